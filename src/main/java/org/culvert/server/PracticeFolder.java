package org.culvert.server;

import org.culvert.keys.Authority;
import org.culvert.keys.Certificates;
import org.culvert.keys.KeyFile;
import org.culvert.keys.PrivateKey;
import org.culvert.keys.StaticKeyFile;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a practice server keeps: certificates, keys and its account, made on the first start, each
 * file for its owner only. An authority's key is not among them.
 */
final class PracticeFolder {
    /** The common name in the server's certificate. */
    static final String SERVER_NAME = "culvert-practice-server";

    private static final int DAYS = 825;
    private static final int STATIC_KEY = 256;
    private static final int PASSWORD = 15;
    private static final List<String> FILES =
            List.of(
                    "ca.crt",
                    "server.crt",
                    "server.key",
                    "client.crt",
                    "client.key",
                    "tls-crypt.key",
                    "account.txt");

    private final Path folder;

    /** Something in the folder cannot be used; the message names the file and what to do. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(Path file, String cause) {
            super(file + ": " + cause + "; remove the folder to have everything made anew");
        }
    }

    /** The server's own half. */
    record Keys(
            X509Certificate authority,
            X509Certificate certificate,
            PrivateKey key,
            Secret tlsCrypt,
            Account account) {}

    PracticeFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes what a first start makes; false where all is there already. */
    boolean fill(Instant now, SecureRandom random) throws IOException, Unusable {
        createPrivate();
        List<String> there = FILES.stream().filter(n -> Files.exists(folder.resolve(n))).toList();
        if (there.size() == FILES.size()) {
            return false;
        }
        if (!there.isEmpty()) {
            String gone = FILES.stream().filter(n -> !there.contains(n)).findFirst().orElseThrow();
            throw new Unusable(folder.resolve(gone), "is missing");
        }
        var authority = new Authority("Culvert practice", now, DAYS, random);
        write("ca.crt", pem(authority.certificate()));
        write("server", authority.issue(SERVER_NAME, Authority.Purpose.SERVER));
        write("client", authority.issue("culvert-practice-client", Authority.Purpose.CLIENT));
        write("tls-crypt.key", StaticKeyFile.write(fresh(random, STATIC_KEY)));
        write("account.txt", accountText(random));
        return true;
    }

    /** The server's half of what is there. */
    Keys keys() throws IOException, Unusable {
        return new Keys(
                certificate("ca.crt"), certificate("server.crt"), key(), tlsCrypt(), account());
    }

    /** The text of a file of the client's half. */
    Secret text(String name) throws IOException {
        return Secret.of(Files.readAllBytes(folder.resolve(name)));
    }

    /** Puts a file in place as a whole, for its owner only. */
    Path write(String name, Secret text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        var owners =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(part, owners);
        byte[] octets = text.copy();
        Files.write(part, octets, StandardOpenOption.WRITE);
        Arrays.fill(octets, (byte) 0);
        return Files.move(
                part,
                folder.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(String name, Authority.Issued issued) throws IOException {
        write(name + ".crt", pem(issued.certificate()));
        write(name + ".key", issued.key());
    }

    private void createPrivate() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static Secret pem(X509Certificate certificate) {
        return Secret.ofUtf8(Certificates.toPem(List.of(certificate)));
    }

    /** User name and password in two lines, as an OpenVPN client reads them from a file. */
    private static Secret accountText(SecureRandom random) {
        Secret password = fresh(random, PASSWORD);
        return password.use(octets ->
                Secret.ofUtf8("practice\n" + Base64.getUrlEncoder().encodeToString(octets) + "\n"));
    }

    private static Secret fresh(SecureRandom random, int octets) {
        byte[] fresh = new byte[octets];
        random.nextBytes(fresh);
        return Secret.of(fresh);
    }

    private X509Certificate certificate(String name) throws IOException, Unusable {
        return Certificates.fromPem(utf8(text(name)))
                .map(List::getFirst)
                .orElseThrow(() -> new Unusable(folder.resolve(name), "holds no certificate"));
    }

    private PrivateKey key() throws IOException, Unusable {
        if (KeyFile.read(text("server.key"), Optional.empty()) instanceof KeyFile.Loaded loaded) {
            return loaded.key();
        }
        throw new Unusable(folder.resolve("server.key"), "holds no private key");
    }

    private Secret tlsCrypt() throws IOException, Unusable {
        return StaticKeyFile.read(utf8(text("tls-crypt.key")))
                .orElseThrow(
                        () -> new Unusable(folder.resolve("tls-crypt.key"), "holds no static key"));
    }

    private Account account() throws IOException, Unusable {
        List<String> lines = utf8(text("account.txt")).lines().toList();
        if (lines.size() != 2 || lines.stream().anyMatch(String::isBlank)) {
            throw new Unusable(folder.resolve("account.txt"), "holds no name and password");
        }
        return new Account(lines.getFirst(), Secret.ofUtf8(lines.getLast()));
    }

    private static String utf8(Secret text) {
        return text.use(octets -> new String(octets, StandardCharsets.UTF_8));
    }
}
