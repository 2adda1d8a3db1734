package org.culvert.platform.linux;

import org.culvert.failure.Phrase;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code resolv.conf}, written in place. The octets of before are kept beside the journal and come
 * back only where the file still is as we left it.
 */
final class ResolvFile {
    private static final String MARK =
            "# Culvert wrote this while a VPN is up; the file of before comes back.";

    private final Path file;
    private final Path before;

    ResolvFile(Path file, Path before) {
        this.file = file;
        this.before = before;
    }

    void write(DnsSettings dns) throws PlatformException {
        try {
            if (!Files.exists(before)) {
                store(before, Files.readAllBytes(file), true);
            }
            store(file, text(dns).getBytes(StandardCharsets.UTF_8), false);
        } catch (IOException _) {
            throw new PlatformException(
                    "write", Phrase.of(Phrase.Kind.UNWRITABLE, file.toString()));
        }
    }

    /** Puts the file of before back, if the file still is ours. */
    void restore() throws PlatformException {
        try {
            if (!Files.exists(before)) {
                return;
            }
            if (isOurs(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                store(file, Files.readAllBytes(before), false);
            }
            Files.delete(before);
        } catch (IOException _) {
            throw new PlatformException(
                    "restore", Phrase.of(Phrase.Kind.UNWRITABLE, file.toString()));
        }
    }

    /** Whole, or cut off in the middle of being written. */
    private static boolean isOurs(String text) {
        return text.startsWith(MARK) || MARK.startsWith(text);
    }

    /** The servers that names are asked of now. */
    static List<IpAddress> servers(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                    .flatMap(words -> IpAddress.parse(words[1]).stream())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    static String text(DnsSettings dns) {
        var lines = new StringBuilder(MARK).append('\n');
        dns.servers().forEach(server -> lines.append("nameserver ").append(server).append('\n'));
        if (!dns.searchDomains().isEmpty()) {
            lines.append(
                    dns.searchDomains().stream()
                            .limit(6)
                            .collect(Collectors.joining(" ", "search ", "\n")));
        }
        return lines.toString();
    }

    private static void store(Path path, byte[] octets, boolean fresh) throws IOException {
        StandardOpenOption[] options =
                fresh
                        ? new StandardOpenOption[] {
                            StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE
                        }
                        : new StandardOpenOption[] {
                            StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING
                        };
        try (var channel = FileChannel.open(path, options)) {
            channel.write(ByteBuffer.wrap(Arrays.copyOf(octets, octets.length)));
            channel.force(true);
        }
    }
}
