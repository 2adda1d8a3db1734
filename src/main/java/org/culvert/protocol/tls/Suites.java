package org.culvert.protocol.tls;

import org.bouncycastle.tls.CipherSuite;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cipher suites by their IANA names; {@code tls-cipher} writes them with dashes. */
public final class Suites {
    private static final Map<Integer, String> NAMES = names();

    private Suites() {}

    /** The number of a suite that we are willing to speak. */
    public static Optional<Integer> named(String name) {
        String iana = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return BouncyClient.SUITES.stream().filter(suite -> name(suite).equals(iana)).findFirst();
    }

    /** The numbers of those names that we speak; empty where none is left. */
    public static List<Integer> named(List<String> names) {
        return names.stream().flatMap(name -> named(name).stream()).toList();
    }

    /** The IANA name. */
    static String name(int suite) {
        return NAMES.getOrDefault(suite, "0x" + Integer.toHexString(suite));
    }

    private static Map<Integer, String> names() {
        var names = new HashMap<Integer, String>();
        for (Field field : CipherSuite.class.getFields()) {
            if (field.getType() == int.class && Modifier.isStatic(field.getModifiers())) {
                try {
                    names.put(field.getInt(null), field.getName());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("the library's constants are public", e);
                }
            }
        }
        return names;
    }
}
