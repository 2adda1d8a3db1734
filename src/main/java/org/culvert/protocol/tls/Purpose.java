package org.culvert.protocol.tls;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a certificate says it is for. An extension that is missing forbids nothing here; where the
 * profile wants it to be there, {@link PeerCheck} asks for it. OpenSSL has the same rules ({@code
 * X509_PURPOSE_SSL_SERVER}, {@code X509_PURPOSE_SSL_CLIENT}).
 */
final class Purpose {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final String NETSCAPE_TYPE = "2.16.840.1.113730.1.1";
    private static final int NETSCAPE_CLIENT = 0x80;
    private static final int NETSCAPE_SERVER = 0x40;

    private Purpose() {}

    /** Whether {@code path}, the peer's own certificate first, may serve as {@code role}. */
    static boolean allows(List<X509Certificate> path, PeerCheck.Usage role) {
        X509Certificate own = path.getFirst();
        return path.stream().allMatch(certificate -> extendedUsage(certificate, role))
                && usage(own.getKeyUsage(), role)
                && netscapeType(own.getExtensionValue(NETSCAPE_TYPE), role);
    }

    private static boolean extendedUsage(X509Certificate certificate, PeerCheck.Usage role) {
        try {
            List<String> extended = certificate.getExtendedKeyUsage();
            return extended == null || extended.contains(role.oid());
        } catch (CertificateParsingException _) {
            return false;
        }
    }

    private static boolean usage(boolean[] usage, PeerCheck.Usage role) {
        if (usage == null) {
            return true;
        }
        return usage[DIGITAL_SIGNATURE]
                || usage[KEY_AGREEMENT]
                || (role == PeerCheck.Usage.SERVER && usage[KEY_ENCIPHERMENT]);
    }

    private static boolean netscapeType(byte[] extension, PeerCheck.Usage role) {
        if (extension == null) {
            return true;
        }
        try {
            byte[] encoded = ASN1OctetString.getInstance(extension).getOctets();
            int bits = DERBitString.getInstance(encoded).getBytes()[0];
            int needed = role == PeerCheck.Usage.SERVER ? NETSCAPE_SERVER : NETSCAPE_CLIENT;
            return (bits & needed) != 0;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
