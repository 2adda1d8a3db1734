package org.culvert.protocol.control;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.StubFraming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole of what one PUSH_REPLY decides.
 *
 * @param settings for device, routes, DNS and timers
 * @param cipher of the data channel
 * @param exporter whether data keys come from the TLS exporter
 * @param peerId for DATA_V2, -1 for DATA_V1
 * @param framing around every data packet
 * @param dynamicWrap whether renegotiations are wrapped with a key from the first TLS session
 * @param epochs whether data packets have the epoch format
 */
public record PulledSettings(
        TunnelSettings settings,
        DataCipher cipher,
        boolean exporter,
        int peerId,
        StubFraming framing,
        boolean dynamicWrap,
        boolean epochs) {
    private static final int NO_PEER = 0xff_ffff;

    /** The settings, or why the session cannot go on with them. */
    public sealed interface Result {}

    /** They hold. */
    public record Good(PulledSettings pulled) implements Result {}

    /** They do not. */
    public record Bad(Failure failure) implements Result {}

    /**
     * Judges pushed options under the profile's policy.
     *
     * @param serverOptions the server's options string, for old servers that negotiate nothing
     */
    public static Result of(List<String> options, PullPolicy policy, String serverOptions) {
        var pushed = new PushedOptions(policy.keepalive());
        options.forEach(pushed::apply);
        if (pushed.unknownFlag.isPresent()) {
            return new Bad(
                    new Failure.HandshakeFailed(
                            Phrase.of(Phrase.Kind.UNKNOWN_FLAG, pushed.unknownFlag.get())));
        }
        Optional<StubFraming> framing = framing(pushed.compression);
        if (framing.isEmpty()) {
            return new Bad(
                    new Failure.OptionNotSupported(
                            new Failure.Place("PUSH_REPLY", 0), pushed.compression.orElse("")));
        }
        Optional<String> wanted = cipherName(pushed, policy, serverOptions);
        Optional<DataCipher> cipher =
                wanted.filter(name -> allowed(name, policy)).flatMap(DataCipher::named);
        if (cipher.isEmpty()) {
            return new Bad(
                    new Failure.NoCommonCipher(Phrase.of(Phrase.Kind.NAMED, wanted.orElse(""))));
        }
        if (pushed.epochs
                && (!cipher.get().aead() || pushed.peerId < 0 || pushed.peerId == NO_PEER)) {
            return new Bad(new Failure.HandshakeFailed(Phrase.of(Phrase.Kind.BAD_SETTINGS)));
        }
        return new Good(
                new PulledSettings(
                        settings(pushed, policy),
                        cipher.get(),
                        pushed.exporter,
                        pushed.peerId,
                        framing.get(),
                        pushed.dynamicWrap,
                        pushed.epochs));
    }

    private static boolean allowed(String name, PullPolicy policy) {
        return policy.ciphers().stream().anyMatch(name::equalsIgnoreCase)
                || policy.fallback().equalsIgnoreCase(name);
    }

    /** Protocol 8: pushed, else the peer's options string, else the fallback. */
    private static Optional<String> cipherName(
            PushedOptions pushed, PullPolicy policy, String serverOptions) {
        if (pushed.cipher.isPresent()) {
            return pushed.cipher;
        }
        return OptionsString.cipher(serverOptions)
                .or(() -> Optional.of(policy.fallback()).filter(name -> !name.isEmpty()));
    }

    private static Optional<StubFraming> framing(Optional<String> compression) {
        return switch (compression.orElse("")) {
            case "", "compress migrate" -> Optional.of(StubFraming.NONE);
            case "comp-lzo no" -> Optional.of(StubFraming.LZO);
            case "compress", "compress stub" -> Optional.of(StubFraming.SWAP);
            case "compress stub-v2" -> Optional.of(StubFraming.V2);
            default -> Optional.empty();
        };
    }

    private static TunnelSettings settings(PushedOptions pushed, PullPolicy policy) {
        var ignored = new ArrayList<>(pushed.ignored);
        boolean fullV4 = policy.redirect() || (policy.acceptRoutes() && pushed.redirectV4);
        boolean fullV6 = policy.acceptRoutes() && pushed.redirectV6;
        Optional<IpAddress> gateway = gateway(pushed);
        var routes = new ArrayList<>(policy.routes());
        if (policy.acceptRoutes()) {
            pushed.routes.forEach(route -> addRoute(route, fullV4, routes, ignored));
        }
        if (pushed.dns.broken()) {
            ignored.add("dns: a server or domain that was pushed is none");
        }
        if (pushed.mtu.orElse(0) > policy.tunMtuMax()) {
            ignored.add("tun-mtu " + pushed.mtu.getAsInt() + ": taken as " + policy.tunMtuMax());
        }
        DnsSettings dns = policy.acceptRoutes() ? pushed.dns.settings() : DnsSettings.NONE;
        return new TunnelSettings(
                addresses(pushed),
                gateway,
                routes.stream().distinct().toList(),
                fullV4,
                fullV6,
                pushed.blockV6,
                dns.isEmpty() ? policy.dns() : dns,
                Math.min(pushed.mtu.orElse(policy.tunMtu()), policy.tunMtuMax()),
                pushed.times.all(),
                policy.udp() ? pushed.exitNotify.orElse(policy.exitNotify()) : 0,
                pushed.controlExit,
                ignored);
    }

    /** A route beside the tunnel has no effect; in a full tunnel it would be a hole. */
    private static void addRoute(
            PushedOptions.PushedRoute route,
            boolean full,
            List<Route> routes,
            List<String> ignored) {
        if (route.gateway().equals("net_gateway")) {
            ignored.add("route " + route.destination() + " net_gateway");
        } else {
            routes.add(new Route(route.destination(), Optional.empty(), full ? 0 : route.metric()));
        }
    }

    private static List<Cidr> addresses(PushedOptions pushed) {
        var addresses = new ArrayList<Cidr>();
        pushed.ifconfig.ifPresent(pair -> {
            IpAddress own = IpAddress.literal(pair.getFirst());
            int prefix =
                    pushed.topology.equals("subnet")
                            ? Netmask.prefix(IpAddress.literal(pair.getLast())).orElse(32)
                            : 32;
            addresses.add(new Cidr(own, prefix));
        });
        pushed.ifconfigV6.ifPresent(addresses::add);
        return addresses;
    }

    private static Optional<IpAddress> gateway(PushedOptions pushed) {
        if (pushed.routeGateway.isPresent()) {
            return pushed.routeGateway;
        }
        return pushed.topology.equals("subnet")
                ? Optional.empty()
                : pushed.ifconfig.map(pair -> IpAddress.literal(pair.getLast()));
    }
}
