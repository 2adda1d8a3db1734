package org.culvert.keys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Whom a certificate names, as OpenVPN writes it: {@code C=KG, O=X, CN=Y} (protocol 4.2). */
public final class Subject {
    private static final Map<ASN1ObjectIdentifier, String> SHORT =
            Map.ofEntries(
                    Map.entry(BCStyle.C, "C"),
                    Map.entry(BCStyle.ST, "ST"),
                    Map.entry(BCStyle.L, "L"),
                    Map.entry(BCStyle.O, "O"),
                    Map.entry(BCStyle.OU, "OU"),
                    Map.entry(BCStyle.CN, "CN"),
                    Map.entry(BCStyle.EmailAddress, "emailAddress"),
                    Map.entry(BCStyle.SERIALNUMBER, "serialNumber"),
                    Map.entry(BCStyle.NAME, "name"),
                    Map.entry(BCStyle.DC, "DC"),
                    Map.entry(BCStyle.UID, "UID"),
                    Map.entry(BCStyle.SURNAME, "SN"),
                    Map.entry(BCStyle.GIVENNAME, "GN"),
                    Map.entry(BCStyle.T, "title"));

    private Subject() {}

    /** All parts in the certificate's order, joined by comma and space. */
    public static String oneLine(X509Certificate certificate) {
        var parts = new ArrayList<String>();
        for (RDN rdn : name(certificate).getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                String type = SHORT.getOrDefault(part.getType(), part.getType().getId());
                parts.add(type + "=" + text(part));
            }
        }
        return String.join(", ", parts);
    }

    /** The common name; empty where there is none, or where it holds a NUL. */
    public static Optional<String> commonName(X509Certificate certificate) {
        RDN[] names = name(certificate).getRDNs(BCStyle.CN);
        if (names.length == 0) {
            return Optional.empty();
        }
        String text = text(names[names.length - 1].getFirst());
        return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }

    private static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static String text(AttributeTypeAndValue part) {
        return part.getValue() instanceof ASN1String string
                ? string.getString()
                : IETFUtils.valueToString(part.getValue());
    }
}
