package org.culvert.keys;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.culvert.secret.Secret;

import java.nio.charset.StandardCharsets;
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
        Optional<List<Object>> objects =
                pem.use(octets -> PemText.read(new String(octets, StandardCharsets.UTF_8)));
        for (Object object : objects.orElse(List.of())) {
            switch (object) {
                case PrivateKeyInfo info -> {
                    return loaded(info);
                }
                case PEMKeyPair pair -> {
                    return loaded(pair.getPrivateKeyInfo());
                }
                case PKCS8EncryptedPrivateKeyInfo sealed -> {
                    return passphrase
                            .map(word -> decrypt(sealed, word))
                            .orElse(new PassphraseNeeded());
                }
                case PEMEncryptedKeyPair sealed -> {
                    return passphrase
                            .map(word -> decrypt(sealed, word))
                            .orElse(new PassphraseNeeded());
                }
                default -> {}
            }
        }
        return new Unreadable();
    }

    private static Result loaded(PrivateKeyInfo info) {
        return PrivateKey.of(info).<Result>map(Loaded::new).orElse(new Unreadable());
    }

    private static Result decrypt(PKCS8EncryptedPrivateKeyInfo sealed, Secret passphrase) {
        try {
            InputDecryptorProvider provider =
                    new JceOpenSSLPKCS8DecryptorProviderBuilder().build(characters(passphrase));
            return loaded(sealed.decryptPrivateKeyInfo(provider));
        } catch (OperatorCreationException | PKCSException | RuntimeException _) {
            return new PassphraseWrong();
        }
    }

    private static Result decrypt(PEMEncryptedKeyPair sealed, Secret passphrase) {
        try {
            var provider = new BcPEMDecryptorProvider(characters(passphrase));
            return loaded(sealed.decryptKeyPair(provider).getPrivateKeyInfo());
        } catch (PEMException | RuntimeException _) {
            return new PassphraseWrong();
        } catch (java.io.IOException _) {
            return new PassphraseWrong();
        }
    }

    private static char[] characters(Secret passphrase) {
        return passphrase.use(octets -> new String(octets, StandardCharsets.UTF_8).toCharArray());
    }
}
