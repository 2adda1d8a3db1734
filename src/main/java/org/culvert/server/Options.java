package org.culvert.server;

import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The server's arguments.
 *
 * @param folder where keys, account and profile are kept
 * @param listen address and port
 * @param network the tunnel's own, IPv4, with room for eight clients
 * @param routes networks that clients reach through the tunnel
 */
record Options(Path folder, Endpoint listen, Transport transport, Cidr network, List<Cidr> routes) {
    private static final int LONGEST_PREFIX = 28;

    static Options parse(List<String> args) {
        boolean practice = false;
        Optional<Path> folder = Optional.empty();
        Endpoint listen = Endpoint.parse("0.0.0.0:1194").orElseThrow();
        Transport transport = Transport.UDP;
        Cidr network = Cidr.literal("10.98.0.0/24");
        var routes = new ArrayList<Cidr>();
        for (Iterator<String> words = args.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--practice" -> practice = true;
                case "--dir" -> folder = Optional.of(Path.of(value(word, words)));
                case "--listen" -> listen = endpoint(value(word, words));
                case "--proto" -> transport = transport(value(word, words));
                case "--network" -> network = network(value(word, words));
                case "--route" -> routes.add(cidr(word, value(word, words)));
                default -> throw new IllegalArgumentException("unknown argument " + word);
            }
        }
        if (!practice || folder.isEmpty()) {
            throw new IllegalArgumentException("--practice and --dir are needed");
        }
        return new Options(folder.get(), listen, transport, network, List.copyOf(routes));
    }

    private static String value(String word, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return words.next();
    }

    private static Endpoint endpoint(String text) {
        return Endpoint.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("--listen takes ADDRESS:PORT, not " + text));
    }

    private static Transport transport(String text) {
        return switch (text) {
            case "udp" -> Transport.UDP;
            case "tcp" -> Transport.TCP;
            default -> throw new IllegalArgumentException("--proto takes udp or tcp, not " + text);
        };
    }

    private static Cidr network(String text) {
        Cidr network = cidr("--network", text);
        if (network.address().v6() || network.prefix() > LONGEST_PREFIX) {
            throw new IllegalArgumentException(
                    "--network takes an IPv4 network of /" + LONGEST_PREFIX + " or wider");
        }
        return network.network();
    }

    private static Cidr cidr(String word, String text) {
        return Cidr.parse(text)
                .map(Cidr::network)
                .orElseThrow(
                        () -> new IllegalArgumentException(word + " takes a network, not " + text));
    }
}
