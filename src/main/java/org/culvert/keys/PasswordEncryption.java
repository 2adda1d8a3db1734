package org.culvert.keys;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S1ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.culvert.secret.Secret;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Opens what PKCS#5 and PKCS#12 seal under a passphrase (RFC 8018, RFC 7292 appendix C), within
 * bounds: a file may not make us compute for minutes or take all memory.
 */
final class PasswordEncryption {
    private static final int MOST_ITERATIONS = 5_000_000;
    private static final int MOST_SCRYPT_OCTETS = 32 * 1024 * 1024;
    private static final int MOST_SCRYPT_LANES = 16;

    private record Scheme(Supplier<BlockCipher> cipher, int keyOctets, int blockOctets) {}

    private static final Scheme TRIPLE_DES = new Scheme(DESedeEngine::new, 24, 8);
    private static final Scheme DES = new Scheme(DESEngine::new, 8, 8);
    private static final Map<ASN1ObjectIdentifier, Scheme> PBES2_CIPHERS =
            Map.of(
                    NISTObjectIdentifiers.id_aes128_CBC,
                    new Scheme(AESEngine::newInstance, 16, 16),
                    NISTObjectIdentifiers.id_aes192_CBC,
                    new Scheme(AESEngine::newInstance, 24, 16),
                    NISTObjectIdentifiers.id_aes256_CBC,
                    new Scheme(AESEngine::newInstance, 32, 16),
                    PKCSObjectIdentifiers.des_EDE3_CBC,
                    TRIPLE_DES);
    private static final Map<ASN1ObjectIdentifier, Scheme> PKCS12_CIPHERS =
            Map.of(
                    PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                    TRIPLE_DES,
                    PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC,
                    new Scheme(DESedeEngine::new, 16, 8),
                    PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
                    new Scheme(RC2Engine::new, 16, 8),
                    PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC,
                    new Scheme(RC2Engine::new, 5, 8));

    private PasswordEncryption() {}

    /**
     * The plain octets; the caller wipes them. Throws {@link IllegalArgumentException} where the
     * passphrase does not fit or the parameters are malformed.
     */
    static byte[] open(AlgorithmIdentifier algorithm, byte[] sealed, Secret passphrase)
            throws UnknownEncryption {
        ASN1ObjectIdentifier kind = algorithm.getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.id_PBES2)) {
            return modern(
                    PBES2Parameters.getInstance(algorithm.getParameters()), sealed, passphrase);
        }
        Scheme scheme = PKCS12_CIPHERS.get(kind);
        if (scheme != null) {
            return pkcs12(scheme, algorithm.getParameters(), sealed, passphrase);
        }
        if (kind.equals(PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC)) {
            return pkcs5(new MD5Digest(), algorithm.getParameters(), sealed, passphrase);
        }
        if (kind.equals(PKCSObjectIdentifiers.pbeWithSHA1AndDES_CBC)) {
            return pkcs5(new SHA1Digest(), algorithm.getParameters(), sealed, passphrase);
        }
        throw new UnknownEncryption("encryption " + kind);
    }

    private static byte[] modern(PBES2Parameters parameters, byte[] sealed, Secret passphrase)
            throws UnknownEncryption {
        ASN1ObjectIdentifier kind = parameters.getEncryptionScheme().getAlgorithm();
        Scheme scheme = PBES2_CIPHERS.get(kind);
        if (scheme == null) {
            throw new UnknownEncryption("cipher " + kind);
        }
        byte[] iv =
                ASN1OctetString.getInstance(parameters.getEncryptionScheme().getParameters())
                        .getOctets();
        var derivation = parameters.getKeyDerivationFunc();
        byte[] key = passphrase.use(octets -> octets.clone());
        try {
            KeyParameter derived =
                    derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                            ? pbkdf2(derivation.getParameters(), key, scheme.keyOctets())
                            : scrypt(derivation, key, scheme.keyOctets());
            return decrypt(scheme, new ParametersWithIV(derived, iv), sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static KeyParameter pbkdf2(ASN1Encodable encoded, byte[] passphrase, int keyOctets)
            throws UnknownEncryption {
        PBKDF2Params parameters = PBKDF2Params.getInstance(encoded);
        var generator = new PKCS5S2ParametersGenerator(digest(parameters.getPrf()));
        generator.init(
                passphrase, parameters.getSalt(), iterations(parameters.getIterationCount()));
        return (KeyParameter) generator.generateDerivedMacParameters(keyOctets * 8);
    }

    private static KeyParameter scrypt(ASN1Encodable derivation, byte[] passphrase, int keyOctets)
            throws UnknownEncryption {
        AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(derivation);
        if (!algorithm.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            throw new UnknownEncryption("key derivation " + algorithm.getAlgorithm());
        }
        ScryptParams parameters = ScryptParams.getInstance(algorithm.getParameters());
        int cost = bounded(parameters.getCostParameter(), MOST_SCRYPT_OCTETS);
        int block = bounded(parameters.getBlockSize(), MOST_SCRYPT_OCTETS);
        int lanes = bounded(parameters.getParallelizationParameter(), MOST_SCRYPT_LANES);
        if (128L * cost * block > MOST_SCRYPT_OCTETS) {
            throw new UnknownEncryption("scrypt costs too much memory");
        }
        return new KeyParameter(
                SCrypt.generate(passphrase, parameters.getSalt(), cost, block, lanes, keyOctets));
    }

    private static byte[] pkcs12(
            Scheme scheme, ASN1Encodable encoded, byte[] sealed, Secret passphrase)
            throws UnknownEncryption {
        PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(encoded);
        int iterations = iterations(parameters.getIterations());
        char[] characters = characters(passphrase);
        var generator = new PKCS12ParametersGenerator(new SHA1Digest());
        generator.init(
                PBEParametersGenerator.PKCS12PasswordToBytes(characters),
                parameters.getIV(),
                iterations);
        Arrays.fill(characters, '\0');
        return decrypt(
                scheme,
                generator.generateDerivedParameters(
                        scheme.keyOctets() * 8, scheme.blockOctets() * 8),
                sealed);
    }

    private static byte[] pkcs5(
            Digest digest, ASN1Encodable encoded, byte[] sealed, Secret passphrase)
            throws UnknownEncryption {
        PBEParameter parameters = PBEParameter.getInstance(encoded);
        int iterations = iterations(parameters.getIterationCount());
        var generator = new PKCS5S1ParametersGenerator(digest);
        CipherParameters derived =
                passphrase.use(octets -> {
                    generator.init(octets, parameters.getSalt(), iterations);
                    return generator.generateDerivedParameters(
                            DES.keyOctets() * 8, DES.blockOctets() * 8);
                });
        return decrypt(DES, derived, sealed);
    }

    /** The characters of a passphrase, for PKCS#12; the caller wipes them. */
    static char[] characters(Secret passphrase) {
        return passphrase.use(octets -> new String(octets, StandardCharsets.UTF_8).toCharArray());
    }

    /** An iteration count within our bounds. */
    static int iterations(BigInteger count) throws UnknownEncryption {
        return bounded(count, MOST_ITERATIONS);
    }

    private static int bounded(BigInteger value, int most) throws UnknownEncryption {
        if (value.signum() <= 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new UnknownEncryption("cost " + value.bitLength() + " bits long");
        }
        return value.intValueExact();
    }

    private static byte[] decrypt(Scheme scheme, CipherParameters parameters, byte[] sealed) {
        var cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(scheme.cipher().get()));
        cipher.init(false, parameters);
        byte[] plain = new byte[cipher.getOutputSize(sealed.length)];
        try {
            int length = cipher.processBytes(sealed, 0, sealed.length, plain, 0);
            length += cipher.doFinal(plain, length);
            byte[] exact = Arrays.copyOf(plain, length);
            ASN1Sequence.getInstance(exact); // by chance one wrong passphrase in 256 pads well
            return exact;
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException("passphrase does not fit", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static Digest digest(AlgorithmIdentifier prf) throws UnknownEncryption {
        ASN1ObjectIdentifier kind = prf.getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.id_hmacWithSHA1)) {
            return new SHA1Digest();
        }
        if (kind.equals(PKCSObjectIdentifiers.id_hmacWithSHA224)) {
            return new SHA224Digest();
        }
        if (kind.equals(PKCSObjectIdentifiers.id_hmacWithSHA256)) {
            return SHA256Digest.newInstance();
        }
        if (kind.equals(PKCSObjectIdentifiers.id_hmacWithSHA384)) {
            return new SHA384Digest();
        }
        if (kind.equals(PKCSObjectIdentifiers.id_hmacWithSHA512)) {
            return new SHA512Digest();
        }
        throw new UnknownEncryption("pseudo-random function " + kind);
    }
}
