package org.culvert.platform.linux;

import org.culvert.dbus.Bus;
import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.packet.DnsMessage;
import org.culvert.platform.Batch;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.Resolver;
import org.culvert.platform.Waiter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names by {@code /etc/hosts}, then by the uplink's servers over marked sockets (security R63). */
public final class HostsAndDns implements Resolver {
    private static final int PORT = 53;
    private static final int MOST = 16;
    private static final long PATIENCE_NANOS = 2_500_000_000L;

    private final LinuxPlatform platform;
    private final int mark;
    private final Path state;
    private final SecureRandom random;

    /** Queries carry {@code mark}; {@code state} holds the file of before while DNS is ours. */
    public HostsAndDns(LinuxPlatform platform, int mark, Path state, SecureRandom random) {
        this.platform = platform;
        this.mark = mark;
        this.state = state;
        this.random = random;
    }

    @Override
    public List<IpAddress> resolve(String host) throws PlatformException {
        Optional<IpAddress> literal = IpAddress.parse(host);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        List<IpAddress> known = inHosts(host);
        if (!known.isEmpty()) {
            return known;
        }
        List<IpAddress> servers = servers();
        if (servers.isEmpty()) {
            throw new PlatformException("resolve " + host, Phrase.of(Phrase.Kind.NO_DNS_SERVER));
        }
        for (IpAddress server : servers) {
            Optional<List<IpAddress>> answer = ask(server, host);
            if (answer.isPresent() && answer.get().isEmpty()) {
                throw new PlatformException(
                        "resolve " + host, Phrase.of(Phrase.Kind.NO_SUCH_NAME, server.toString()));
            }
            if (answer.isPresent()) {
                return answer.get().stream().limit(MOST).toList();
            }
        }
        throw new PlatformException(
                "resolve " + host, Phrase.of(Phrase.Kind.DNS_SILENT, servers.getLast().toString()));
    }

    /** The uplink's; the stub of systemd-resolved would ask the tunnel's for them. */
    private List<IpAddress> servers() {
        Path before = state.resolve("resolv.conf");
        Path file = Files.exists(before) ? before : Path.of("/etc/resolv.conf");
        List<IpAddress> named = ResolvFile.servers(file);
        if (named.stream().noneMatch(Names.STUBS::contains)) {
            return named;
        }
        List<IpAddress> uplink = Names.uplinkServers(Bus::system);
        return uplink.isEmpty() ? named : uplink;
    }

    private static List<IpAddress> inHosts(String host) {
        try (var lines = Files.lines(Path.of("/etc/hosts"), StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip().split("\\s+"))
                    .filter(w -> Arrays.stream(w).skip(1).anyMatch(host::equalsIgnoreCase))
                    .flatMap(words -> IpAddress.parse(words[0]).stream())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private Optional<List<IpAddress>> ask(IpAddress server, String host) {
        var found = new ArrayList<IpAddress>();
        boolean answered = false;
        for (int type : new int[] {DnsMessage.A, DnsMessage.AAAA}) {
            try {
                Optional<List<byte[]>> answer = ask(server, host, type);
                answered |= answer.isPresent();
                answer.orElse(List.of()).forEach(octets -> found.add(IpAddress.of(octets)));
            } catch (PlatformException _) {
                // the next server may answer
            }
        }
        return answered ? Optional.of(found) : Optional.empty();
    }

    private Optional<List<byte[]>> ask(IpAddress server, String host, int type)
            throws PlatformException {
        int id = random.nextInt(0x10000);
        Optional<byte[]> question = DnsMessage.question(id, host, type);
        if (question.isEmpty()) {
            return Optional.empty();
        }
        try (Link link = platform.open(new Dial(new Endpoint(server, PORT), Transport.UDP, mark));
                Waiter waiter = platform.waiterOn(link.descriptor());
                Batch batch = link.newBatch()) {
            batch.slab().put(0, question.get());
            batch.add(0, question.get().length);
            link.send(batch);
            return answer(link, waiter, batch, id, type);
        }
    }

    private Optional<List<byte[]>> answer(Link link, Waiter waiter, Batch batch, int id, int type)
            throws PlatformException {
        long end = platform.nanos() + PATIENCE_NANOS;
        for (long left = PATIENCE_NANOS; left > 0; left = end - platform.nanos()) {
            waiter.await(Waiter.READABLE, left);
            int count = link.receive(batch);
            for (int i = 0; i < count; i++) {
                ByteBuffer message = batch.slab().slice(batch.offset(i), batch.length(i));
                Optional<List<byte[]>> addresses = DnsMessage.addresses(message, id, type);
                if (addresses.isPresent()) {
                    return addresses;
                }
            }
        }
        return Optional.empty();
    }
}
