package org.culvert.keys;

import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.culvert.keys.PemText.Block;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a private key in PEM: PKCS#8, PKCS#1, SEC 1, plain or under a passphrase. */
public final class KeyFile {
    /** What came of reading. */
    public sealed interface Result {}

    /** The key. */
    public record Loaded(PrivateKey key) implements Result {}

    /** The key is encrypted and no passphrase was given. */
    public record PassphraseNeeded() implements Result {}

    /** The passphrase does not fit. */
    public record PassphraseWrong() implements Result {}

    /** There is no key in the text, or of no kind that we know. */
    public record Unreadable() implements Result {}

    private KeyFile() {}

    /** Reads the first key of {@code pem}. */
    public static Result read(Secret pem, Optional<Secret> passphrase) {
        Optional<List<Block>> blocks =
                pem.use(octets -> PemText.read(new String(octets, StandardCharsets.UTF_8)));
        Result result = new Unreadable();
        for (Block block : blocks.orElse(List.of())) {
            try (block) {
                if (result instanceof Unreadable && block.label().endsWith("PRIVATE KEY")) {
                    result = read(block, passphrase);
                }
            }
        }
        return result;
    }

    private static Result read(Block block, Optional<Secret> passphrase) {
        boolean modern = block.label().equals("ENCRYPTED PRIVATE KEY");
        if (!modern && block.encryption().isEmpty()) {
            return loaded(block.label(), block.der());
        }
        if (passphrase.isEmpty()) {
            return new PassphraseNeeded();
        }
        try {
            byte[] opened =
                    modern
                            ? openModern(block, passphrase.get())
                            : OldEncryption.open(block, passphrase.get());
            Result result = loaded(modern ? "PRIVATE KEY" : block.label(), opened);
            Arrays.fill(opened, (byte) 0);
            return result instanceof Loaded ? result : new PassphraseWrong();
        } catch (UnknownEncryption _) {
            return new Unreadable();
        } catch (IOException | RuntimeException _) {
            return new PassphraseWrong();
        }
    }

    private static byte[] openModern(Block block, Secret passphrase)
            throws IOException, UnknownEncryption {
        EncryptedPrivateKeyInfo sealed;
        try {
            sealed = EncryptedPrivateKeyInfo.getInstance(block.der());
        } catch (RuntimeException e) {
            throw new UnknownEncryption(e);
        }
        return PasswordEncryption.open(
                sealed.getEncryptionAlgorithm(), sealed.getEncryptedData(), passphrase);
    }

    private static Result loaded(String label, byte[] der) {
        try {
            return info(label, der)
                    .flatMap(PrivateKey::of)
                    .<Result>map(Loaded::new)
                    .orElse(new Unreadable());
        } catch (IOException | RuntimeException _) {
            return new Unreadable();
        }
    }

    /** The PKCS#8 form of the older ones, which name their algorithm in the label only. */
    private static Optional<PrivateKeyInfo> info(String label, byte[] der) throws IOException {
        ASN1Primitive body = ASN1Primitive.fromByteArray(der);
        return switch (label) {
            case "PRIVATE KEY" -> Optional.of(PrivateKeyInfo.getInstance(body));
            case "RSA PRIVATE KEY" -> {
                var rsa =
                        new AlgorithmIdentifier(
                                PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
                yield Optional.of(new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(body)));
            }
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(body);
                var ec =
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
                yield Optional.of(new PrivateKeyInfo(ec, key));
            }
            default -> Optional.empty();
        };
    }
}
