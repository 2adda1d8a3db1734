package org.culvert.keys;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/** A private key, ready to sign; printed as its kind only. */
public final class PrivateKey {
    private final AsymmetricKeyParameter parameters;
    private final Optional<AsymmetricKeyParameter> half;

    private PrivateKey(AsymmetricKeyParameter parameters) {
        this.parameters = parameters;
        half = publicHalf();
    }

    /** The key that PKCS#8 octets hold; empty for a kind we cannot sign with. */
    static Optional<PrivateKey> of(PrivateKeyInfo info) {
        try {
            var key = new PrivateKey(PrivateKeyFactory.createKey(info));
            return key.half.map(_ -> key);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /** For the TLS engine. */
    public AsymmetricKeyParameter parameters() {
        return parameters;
    }

    /** Whether {@code certificate} holds this key's public half. */
    public boolean belongsTo(X509Certificate certificate) {
        try {
            byte[] theirs = certificate.getPublicKey().getEncoded();
            var theirKey = PublicKeyFactory.createKey(theirs);
            if (theirKey instanceof RSAKeyParameters rsa
                    && parameters instanceof RSAKeyParameters ours) {
                return rsa.getModulus().equals(ours.getModulus());
            }
            return half.isPresent() && Arrays.equals(spki(half.get()), spki(theirKey));
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    /** Whether {@code other} has the same public half. */
    boolean sameAs(PrivateKey other) {
        try {
            return Arrays.equals(spki(half.orElseThrow()), spki(other.half.orElseThrow()));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return parameters.getClass().getSimpleName();
    }

    private Optional<AsymmetricKeyParameter> publicHalf() {
        return switch (parameters) {
            case RSAPrivateCrtKeyParameters rsa ->
                    Optional.of(
                            new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
            case ECPrivateKeyParameters ec -> {
                ECDomainParameters domain = ec.getParameters();
                var point = domain.getG().multiply(ec.getD()).normalize();
                yield Optional.of(new ECPublicKeyParameters(point, domain));
            }
            case Ed25519PrivateKeyParameters ed -> Optional.of(ed.generatePublicKey());
            case Ed448PrivateKeyParameters ed -> Optional.of(ed.generatePublicKey());
            default -> Optional.empty();
        };
    }

    private static byte[] spki(AsymmetricKeyParameter key) throws IOException {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
        return info.getPublicKeyData().getOctets();
    }
}
