package org.culvert.keys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Certificate;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a certificate names, as OpenVPN writes it: {@code C=KG, O=X, CN=Y} (protocol 4.2). */
public final class Subject {
    private static final Map<ASN1ObjectIdentifier, String> SHORT =
            Map.ofEntries(
                    Map.entry(BCStyle.C, "C"),
                    Map.entry(BCStyle.ST, "ST"),
                    Map.entry(BCStyle.L, "L"),
                    Map.entry(BCStyle.STREET, "street"),
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
                    Map.entry(BCStyle.INITIALS, "initials"),
                    Map.entry(BCStyle.GENERATION, "generationQualifier"),
                    Map.entry(BCStyle.T, "title"),
                    Map.entry(BCStyle.DN_QUALIFIER, "dnQualifier"),
                    Map.entry(BCStyle.PSEUDONYM, "pseudonym"),
                    Map.entry(BCStyle.DESCRIPTION, "description"),
                    Map.entry(BCStyle.BUSINESS_CATEGORY, "businessCategory"),
                    Map.entry(BCStyle.POSTAL_CODE, "postalCode"),
                    Map.entry(BCStyle.ORGANIZATION_IDENTIFIER, "organizationIdentifier"),
                    Map.entry(BCStyle.UnstructuredName, "unstructuredName"),
                    Map.entry(BCStyle.UnstructuredAddress, "unstructuredAddress"),
                    Map.entry(BCStyle.JURISDICTION_C, "jurisdictionC"),
                    Map.entry(BCStyle.JURISDICTION_ST, "jurisdictionST"),
                    Map.entry(BCStyle.JURISDICTION_L, "jurisdictionL"));

    private Subject() {}

    /**
     * All parts in the certificate's order, joined by comma and space; parts that stand for one
     * level together are joined by plus. Control characters are written as in {@code \0A}.
     */
    public static String oneLine(X509Certificate certificate) {
        return Stream.of(name(certificate).getRDNs())
                .map(rdn ->
                        Stream.of(rdn.getTypesAndValues())
                                .map(Subject::part)
                                .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining(", "));
    }

    /** The last common name; empty where there is none, or where it holds a NUL. */
    public static Optional<String> commonName(X509Certificate certificate) {
        return Stream.of(name(certificate).getRDNs())
                .flatMap(rdn -> Stream.of(rdn.getTypesAndValues()))
                .filter(part -> part.getType().equals(BCStyle.CN))
                .reduce((earlier, later) -> later)
                .map(part -> text(part))
                .filter(text -> text.indexOf('\0') < 0);
    }

    /** The name as it stands in the octets; Java's own class sorts parts of one level. */
    private static X500Name name(X509Certificate certificate) {
        return Certificate.getInstance(Certificates.encoded(certificate)).getSubject();
    }

    private static String part(AttributeTypeAndValue part) {
        String type = SHORT.getOrDefault(part.getType(), part.getType().getId());
        var line = new StringBuilder(type).append('=');
        for (char c : text(part).toCharArray()) {
            if (c < ' ' || c == 0x7f) {
                line.append(String.format(Locale.ROOT, "\\%02X", (int) c));
            } else {
                line.append(c == '\\' ? "\\\\" : String.valueOf(c));
            }
        }
        return line.toString();
    }

    private static String text(AttributeTypeAndValue part) {
        return part.getValue() instanceof ASN1String string
                ? string.getString()
                : IETFUtils.valueToString(part.getValue());
    }
}
