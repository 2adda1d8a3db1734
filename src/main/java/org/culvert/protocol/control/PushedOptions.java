package org.culvert.protocol.control;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Pushed options, one after the other, within the limits of security R88-R95. What is not in the
 * table, or breaks a limit, has no effect and is listed.
 */
final class PushedOptions {
    private static final int MOST_ROUTES = 1000;
    private static final int SMALLEST_MTU = 576;
    private static final int LARGEST_MTU = 9000;

    final List<String> ignored = new ArrayList<>();
    final List<PushedRoute> routes = new ArrayList<>();
    final PushedDns dns = new PushedDns();
    final PushedTimes times;
    Optional<List<String>> ifconfig = Optional.empty();
    Optional<Cidr> ifconfigV6 = Optional.empty();
    String topology = "net30";
    Optional<IpAddress> routeGateway = Optional.empty();
    boolean redirectV4;
    boolean redirectV6;
    boolean blockV6;
    int peerId = -1;
    Optional<String> cipher = Optional.empty();
    boolean exporter;
    boolean controlExit;
    boolean dynamicWrap;
    boolean epochs;
    Optional<String> unknownFlag = Optional.empty();
    Optional<String> compression = Optional.empty();
    OptionalInt mtu = OptionalInt.empty();
    OptionalInt exitNotify = OptionalInt.empty();

    /** Nothing is pushed yet: times are the profile's {@code own}. */
    PushedOptions(Keepalive own) {
        times = new PushedTimes(own);
    }

    /** A route as pushed; the gateway's keyword decides later. */
    record PushedRoute(Cidr destination, String gateway, int metric) {}

    /** Takes one option as it stands between two commas. */
    void apply(String option) {
        List<String> words = PushWords.words(option).orElse(List.of());
        if (words.isEmpty() || !apply(words.getFirst(), words.subList(1, words.size()))) {
            ignored.add(option);
        }
    }

    private boolean apply(String name, List<String> args) {
        return switch (name) {
            case "ifconfig" -> ifconfig(args);
            case "ifconfig-ipv6" -> ifconfigV6(args);
            case "topology" -> topology(args);
            case "route" -> route(args);
            case "route-ipv6" -> routeV6(args);
            case "route-gateway" -> routeGateway(args);
            case "redirect-gateway" -> redirect(args);
            case "block-ipv6" -> blockV6();
            case "dhcp-option" -> dns.dhcpOption(args);
            case "dns" -> dns.dns(args);
            case "peer-id" -> peerId(args);
            case "cipher" -> cipher(args);
            case "key-derivation" -> flags(args);
            case "protocol-flags" -> flags(args);
            case "compress", "comp-lzo" -> compression(name, args);
            case "tun-mtu" -> mtu(args);
            case "ping", "ping-restart", "ping-exit", "inactive", "session-timeout" ->
                    times.take(name, args);
            case "explicit-exit-notify" -> exit(args);
            case "auth-token",
                    "auth-token-user",
                    "push-continuation",
                    "ping-timer-rem",
                    "persist-tun",
                    "persist-key" ->
                    true;
            default -> false;
        };
    }

    private boolean ifconfig(List<String> args) {
        boolean good = args.size() >= 2 && args.stream().limit(2).allMatch(a -> v4(a).isPresent());
        if (good) {
            ifconfig = Optional.of(List.copyOf(args.subList(0, 2)));
        }
        return good;
    }

    private boolean ifconfigV6(List<String> args) {
        Optional<Cidr> address =
                args.stream().findFirst().flatMap(Cidr::parse).filter(c -> c.address().v6());
        address.ifPresent(found -> ifconfigV6 = Optional.of(found));
        return address.isPresent();
    }

    private boolean topology(List<String> args) {
        boolean known =
                args.size() == 1 && List.of("subnet", "net30", "p2p").contains(args.getFirst());
        if (known) {
            topology = args.getFirst();
        }
        return known;
    }

    private boolean route(List<String> args) {
        Optional<IpAddress> network = args.stream().findFirst().flatMap(PushedOptions::v4);
        String mask = args.size() > 1 && !args.get(1).equals("default") ? args.get(1) : "";
        OptionalInt prefix =
                mask.isEmpty()
                        ? OptionalInt.of(32)
                        : v4(mask).map(Netmask::prefix).orElse(OptionalInt.empty());
        if (network.isEmpty() || prefix.isEmpty()) {
            return false;
        }
        return add(new Cidr(network.get(), prefix.getAsInt()), args, 2);
    }

    private boolean routeV6(List<String> args) {
        Optional<Cidr> network =
                args.stream().findFirst().flatMap(Cidr::parse).filter(c -> c.address().v6());
        return network.isPresent() && add(network.get(), args, 1);
    }

    private boolean add(Cidr destination, List<String> args, int gatewayAt) {
        String gateway = args.size() > gatewayAt ? args.get(gatewayAt) : "";
        String metric = args.size() > gatewayAt + 1 ? args.get(gatewayAt + 1) : "0";
        boolean good =
                routes.size() < MOST_ROUTES
                        && destination.prefix() > 0
                        && RouteHygiene.accepts(destination)
                        && metric.matches("[0-9]{1,6}");
        return good && routes.add(new PushedRoute(destination, gateway, Integer.parseInt(metric)));
    }

    private boolean routeGateway(List<String> args) {
        Optional<IpAddress> gateway = args.stream().findFirst().flatMap(PushedOptions::v4);
        gateway.ifPresent(found -> routeGateway = gateway);
        return gateway.isPresent();
    }

    /** Flags that would open a way beside the tunnel have no effect (design section 7). */
    private boolean redirect(List<String> flags) {
        redirectV4 |= !flags.contains("!ipv4");
        redirectV6 |= flags.contains("ipv6");
        return flags.stream().noneMatch(f -> f.equals("local") || f.startsWith("bypass-"));
    }

    private boolean blockV6() {
        blockV6 = true;
        return true;
    }

    private boolean peerId(List<String> args) {
        String value = args.isEmpty() ? "" : args.getFirst();
        if (value.equals("-1")) {
            peerId = 0xff_ffff;
            return true;
        }
        return number(args, 0, 0xff_ffff, found -> peerId = found.getAsInt());
    }

    private boolean cipher(List<String> args) {
        cipher = args.stream().findFirst();
        return cipher.isPresent();
    }

    private boolean flags(List<String> flags) {
        for (String flag : flags) {
            switch (flag) {
                case "tls-ekm" -> exporter = true;
                case "cc-exit" -> controlExit = true;
                case "dyn-tls-crypt" -> dynamicWrap = true;
                case "aead-epoch" -> epochs = true;
                default -> unknownFlag = Optional.of(flag);
            }
        }
        return true;
    }

    private boolean compression(String name, List<String> args) {
        compression = Optional.of(name + (args.isEmpty() ? "" : " " + args.getFirst()));
        return true;
    }

    private boolean mtu(List<String> args) {
        return number(args, SMALLEST_MTU, LARGEST_MTU, value -> mtu = value);
    }

    private boolean exit(List<String> args) {
        if (args.isEmpty()) {
            exitNotify = OptionalInt.of(1);
            return true;
        }
        return number(args, 0, 10, value -> exitNotify = value);
    }

    private static boolean number(
            List<String> args,
            int least,
            int most,
            java.util.function.Consumer<OptionalInt> setter) {
        if (args.isEmpty() || !args.getFirst().matches("[0-9]{1,9}")) {
            return false;
        }
        int value = Integer.parseInt(args.getFirst());
        boolean good = value >= least && value <= most;
        if (good) {
            setter.accept(OptionalInt.of(value));
        }
        return good;
    }

    private static Optional<IpAddress> v4(String text) {
        return IpAddress.parse(text).filter(address -> !address.v6());
    }
}
