package org.culvert.keys;

import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.culvert.keys.PemText.Block;
import org.culvert.secret.Secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The encryption that PEM itself had before PKCS#8 (OpenSSL's {@code Proc-Type: 4,ENCRYPTED}). */
final class OldEncryption {
    private static final Pattern CIPHER =
            Pattern.compile("(AES-(128|192|256)|DES|DES-EDE3|BF|RC2|RC2-40|RC2-64)-CBC");

    private OldEncryption() {}

    /** The plain octets. Throws {@link PEMException} where the passphrase does not fit. */
    static byte[] open(Block block, Secret passphrase) throws PEMException, UnknownEncryption {
        String[] parts = block.encryption().split(",", -1);
        if (parts.length != 2 || !CIPHER.matcher(parts[0].strip()).matches()) {
            throw new UnknownEncryption("encryption " + block.encryption());
        }
        // the library keeps the low octet of each character, OpenSSL hashes the octets typed
        char[] characters =
                passphrase.use(
                        octets -> new String(octets, StandardCharsets.ISO_8859_1).toCharArray());
        try {
            byte[] salt = HexFormat.of().parseHex(parts[1].strip());
            return new BcPEMDecryptorProvider(characters)
                    .get(parts[0].strip())
                    .decrypt(block.der(), salt);
        } catch (IllegalArgumentException e) {
            throw new UnknownEncryption(e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
