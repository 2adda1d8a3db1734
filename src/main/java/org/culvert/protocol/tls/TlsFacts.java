package org.culvert.protocol.tls;

/**
 * What was agreed.
 *
 * @param version for instance {@code TLSv1.3}
 * @param cipherSuite the IANA name
 * @param group the key exchange group, for instance {@code X25519MLKEM768}; empty where not known
 */
public record TlsFacts(String version, String cipherSuite, String group) {}
