package org.culvert.keys;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A PKCS#12 file taken apart. Its passphrase opens the certificates; the key stays under it, as
 * PKCS#8 has it, unless the passphrase is empty.
 */
public final class Pkcs12 {
    private static final Secret NONE = Secret.ofUtf8("");

    private final Secret passphrase;
    private final boolean open;
    private final List<Found> certificates = new ArrayList<>();
    private Optional<Found> key = Optional.empty();

    private Pkcs12(Secret passphrase, boolean open) {
        this.passphrase = passphrase;
        this.open = open;
    }

    /** What came of a file. */
    public sealed interface Result {}

    /**
     * Its parts as PEM.
     *
     * @param key under its passphrase, unless that is empty
     * @param own our certificate
     * @param others the certificates beside it
     */
    public record Opened(Secret key, String own, String others) implements Result {}

    /** It has a passphrase, and none was given. */
    public record PassphraseNeeded() implements Result {}

    /** The passphrase does not fit. */
    public record PassphraseWrong() implements Result {}

    /** It is no such file, or of no kind that we know. */
    public record Unreadable() implements Result {}

    /** Something of the file, with the id that joins a key and its certificate. */
    private record Found(ASN1OctetString content, String label, Optional<ASN1OctetString> id) {
        Found(byte[] octets, String label, Optional<ASN1OctetString> id) {
            this(new DEROctetString(octets), label, id);
        }

        byte[] octets() {
            return content.getOctets();
        }
    }

    /** Takes {@code octets} apart. */
    public static Result read(byte[] octets, Optional<Secret> passphrase) {
        try {
            return new Pkcs12(passphrase.orElse(NONE), passphrase.isEmpty()).opened(octets);
        } catch (UnknownEncryption | ClassCastException _) {
            return new Unreadable();
        } catch (IOException | RuntimeException _) {
            boolean file = isOne(octets);
            if (!file) {
                return new Unreadable();
            }
            return passphrase.isEmpty() ? new PassphraseNeeded() : new PassphraseWrong();
        }
    }

    private static boolean isOne(byte[] octets) {
        try {
            return Pfx.getInstance(octets).getAuthSafe() != null;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private Result opened(byte[] octets) throws IOException, UnknownEncryption {
        byte[] safes = octets(Pfx.getInstance(octets).getAuthSafe().getContent());
        for (ContentInfo safe : AuthenticatedSafe.getInstance(safes).getContentInfo()) {
            boolean plain = safe.getContentType().equals(PKCSObjectIdentifiers.data);
            bags(plain ? octets(safe.getContent()) : decrypted(safe.getContent()));
        }
        if (key.isEmpty() || certificates.isEmpty()) {
            return new Unreadable();
        }
        Found own = own();
        certificates.remove(own);
        return new Opened(
                Secret.ofUtf8(pem(key.get())),
                pem(own),
                String.join("", certificates.stream().map(Pkcs12::pem).toList()));
    }

    private byte[] decrypted(ASN1Encodable content) throws UnknownEncryption {
        EncryptedData data = EncryptedData.getInstance(content);
        return PasswordEncryption.open(
                data.getEncryptionAlgorithm(), data.getContent().getOctets(), passphrase);
    }

    private void bags(byte[] octets) throws IOException, UnknownEncryption {
        for (ASN1Encodable one : ASN1Sequence.getInstance(octets)) {
            SafeBag bag = SafeBag.getInstance(one);
            var kind = bag.getBagId();
            if (kind.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag) && key.isEmpty()) {
                key = Optional.of(shrouded(bag));
            } else if (kind.equals(PKCSObjectIdentifiers.keyBag) && key.isEmpty()) {
                byte[] plain = PrivateKeyInfo.getInstance(bag.getBagValue()).getEncoded();
                key = Optional.of(new Found(plain, "PRIVATE KEY", id(bag)));
            } else if (kind.equals(PKCSObjectIdentifiers.certBag)) {
                byte[] der = octets(CertBag.getInstance(bag.getBagValue()).getCertValue());
                certificates.add(new Found(der, "CERTIFICATE", id(bag)));
            }
        }
    }

    /** Also the proof that the passphrase fits, where the certificates are in the open. */
    private Found shrouded(SafeBag bag) throws IOException, UnknownEncryption {
        EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
        byte[] plain =
                PasswordEncryption.open(
                        info.getEncryptionAlgorithm(), info.getEncryptedData(), passphrase);
        if (open) {
            return new Found(plain, "PRIVATE KEY", id(bag));
        }
        Arrays.fill(plain, (byte) 0);
        return new Found(info.getEncoded(), "ENCRYPTED PRIVATE KEY", id(bag));
    }

    /** The certificate with the key's id, else the first that is no authority's. */
    private Found own() {
        Optional<ASN1OctetString> id = key.orElseThrow().id();
        return certificates.stream()
                .filter(found -> id.isPresent() && found.id().equals(id))
                .findFirst()
                .or(() -> certificates.stream().filter(Pkcs12::isPerson).findFirst())
                .orElse(certificates.getFirst());
    }

    private static boolean isPerson(Found found) {
        return Certificates.fromDer(found.octets())
                .map(X509Certificate::getBasicConstraints)
                .filter(depth -> depth < 0)
                .isPresent();
    }

    private static Optional<ASN1OctetString> id(SafeBag bag) {
        ASN1Set attributes = bag.getBagAttributes();
        if (attributes == null) {
            return Optional.empty();
        }
        for (ASN1Encodable one : attributes) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(one);
            if (attribute.getObjectAt(0).equals(PKCSObjectIdentifiers.pkcs_9_at_localKeyId)) {
                ASN1Set values = ASN1Set.getInstance(attribute.getObjectAt(1));
                return Optional.of(ASN1OctetString.getInstance(values.getObjectAt(0)));
            }
        }
        return Optional.empty();
    }

    private static byte[] octets(ASN1Encodable encoded) {
        return ASN1OctetString.getInstance(encoded).getOctets();
    }

    private static String pem(Found found) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(found.label(), encoder.encodeToString(found.octets()), found.label());
    }
}
