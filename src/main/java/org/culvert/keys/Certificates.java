package org.culvert.keys;

import org.bouncycastle.cert.X509CertificateHolder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Certificates from PEM and DER (C: {@code ssl_openssl.c} loading). */
public final class Certificates {
    private Certificates() {}

    /** The certificates of a PEM text in order; empty if there is none or one is broken. */
    public static Optional<List<X509Certificate>> fromPem(String text) {
        Optional<List<Object>> objects = PemText.read(text);
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        var found = new ArrayList<X509Certificate>();
        for (Object object : objects.get()) {
            if (object instanceof X509CertificateHolder holder) {
                Optional<X509Certificate> certificate = encoded(holder);
                if (certificate.isEmpty()) {
                    return Optional.empty();
                }
                found.add(certificate.get());
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    /** The certificate that {@code octets} encode; empty if they encode none. */
    public static Optional<X509Certificate> fromDer(byte[] octets) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var certificate = factory.generateCertificate(new ByteArrayInputStream(octets));
            return Optional.of((X509Certificate) certificate);
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> encoded(X509CertificateHolder holder) {
        try {
            return fromDer(holder.getEncoded());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
