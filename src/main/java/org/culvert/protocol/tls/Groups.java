package org.culvert.protocol.tls;

import org.bouncycastle.tls.NamedGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Key exchange groups by the names that people and {@code tls-groups} use. */
public final class Groups {
    /** Post-quantum first, with its classical half beside it so that old servers lose no time. */
    public static final List<Integer> DEFAULT =
            List.of(
                    NamedGroup.X25519MLKEM768,
                    NamedGroup.x25519,
                    NamedGroup.secp256r1,
                    NamedGroup.secp384r1,
                    NamedGroup.secp521r1);

    private static final List<Integer> FINITE_FIELDS =
            List.of(
                    NamedGroup.ffdhe2048,
                    NamedGroup.ffdhe3072,
                    NamedGroup.ffdhe4096,
                    NamedGroup.ffdhe6144,
                    NamedGroup.ffdhe8192);
    private static final Map<String, Integer> BY_NAME =
            Map.ofEntries(
                    Map.entry("X25519MLKEM768", NamedGroup.X25519MLKEM768),
                    Map.entry("SECP256R1MLKEM768", NamedGroup.SecP256r1MLKEM768),
                    Map.entry("SECP384R1MLKEM1024", NamedGroup.SecP384r1MLKEM1024),
                    Map.entry("X25519", NamedGroup.x25519),
                    Map.entry("X448", NamedGroup.x448),
                    Map.entry("SECP256R1", NamedGroup.secp256r1),
                    Map.entry("PRIME256V1", NamedGroup.secp256r1),
                    Map.entry("P-256", NamedGroup.secp256r1),
                    Map.entry("SECP384R1", NamedGroup.secp384r1),
                    Map.entry("P-384", NamedGroup.secp384r1),
                    Map.entry("SECP521R1", NamedGroup.secp521r1),
                    Map.entry("P-521", NamedGroup.secp521r1));

    private Groups() {}

    /** The group's number; empty for one that we do not speak. */
    public static Optional<Integer> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The numbers of those names that we speak; the default where none is left. */
    public static List<Integer> named(List<String> names) {
        var known = new ArrayList<Integer>();
        names.forEach(name -> named(name).ifPresent(known::add));
        return known.isEmpty() ? DEFAULT : known;
    }

    /**
     * The groups to name in the hello. The finite-field ones are for DHE in TLS 1.2 only: the
     * library takes a standard group from no server unless it was named; a group of the server's
     * own making is judged by {@link DhGroups}.
     */
    static List<Integer> offer(TlsParameters parameters) {
        List<Integer> offer = new ArrayList<>(parameters.groups());
        if (parameters.minVersion() < 13) {
            offer.addAll(FINITE_FIELDS);
        }
        return offer;
    }

    /** The groups to send a key share for at once, so that most servers need no second hello. */
    static List<Integer> early(List<Integer> groups) {
        int first = groups.getFirst();
        List<Integer> early = new ArrayList<>(List.of(first));
        if (NamedGroup.refersToASpecificHybrid(first)) {
            groups.stream()
                    .filter(group -> !NamedGroup.refersToASpecificHybrid(group))
                    .findFirst()
                    .ifPresent(early::add);
        }
        return early;
    }

    /** The name that people know the group by. */
    static String name(int group) {
        return switch (group) {
            case NamedGroup.X25519MLKEM768 -> "X25519MLKEM768";
            case NamedGroup.x25519 -> "X25519";
            case -1 -> "";
            default -> NamedGroup.getName(group);
        };
    }
}
