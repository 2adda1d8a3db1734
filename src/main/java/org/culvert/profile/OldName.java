package org.culvert.profile;

import org.culvert.spec.TlsSpec.NameCheck;
import org.culvert.spec.TlsSpec.NameCheck.Form;

/** The name of {@code tls-remote}, which 2.4 dropped, as {@code verify-x509-name} has it. */
final class OldName {
    private OldName() {}

    /** A whole subject, or else the beginning of a name. */
    static NameCheck check(String word) {
        return new NameCheck(isSubject(word) ? Form.SUBJECT : Form.NAME_PREFIX, text(word));
    }

    /** Old subjects have a slash before each part: {@code /C=DE/CN=vpn}. */
    static String text(String word) {
        return word.startsWith("/") ? String.join(", ", parts(word)) : word;
    }

    private static String[] parts(String word) {
        return word.substring(1).split("/(?=[A-Za-z0-9.]+=)", -1);
    }

    private static boolean isSubject(String word) {
        return word.startsWith("/") || word.contains("=");
    }
}
