package org.culvert.platform.linux;

import org.culvert.failure.Phrase;
import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.plan.NetworkPlan.FullTunnel;
import org.culvert.platform.PlatformException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The nftables table of a full tunnel: one transaction, rendered from typed values only (security
 * R19, R20). The one program that the helper ever starts.
 */
final class Firewall {
    private static final List<String> NFT = List.of("/usr/sbin/nft", "-f", "-");

    /** The name of our table, which is of the family {@code inet}. */
    static final String TABLE = "culvert";

    private Firewall() {}

    /** Puts the table of {@code tunnel} in place of any other of ours. */
    static void enclose(Optional<String> device, FullTunnel tunnel, List<Cidr> lan)
            throws PlatformException {
        run(render(device, tunnel, lan));
    }

    /** Takes the table away; none there is no error. */
    static void release() throws PlatformException {
        run(absent());
    }

    static String render(Optional<String> device, FullTunnel tunnel, List<Cidr> lan) {
        var text = new StringBuilder(absent());
        text.append("table inet ").append(TABLE).append(" {\n");
        tunnel.server().ifPresent(server -> text.append(arriving(server, tunnel)));
        if (tunnel.killSwitch()) {
            text.append("chain leaving {\ntype filter hook output priority 0; policy drop;\n");
            text.append("oifname \"lo\" accept\n");
            device.ifPresent(name -> text.append("oifname \"" + name + "\" accept\n"));
            tunnel.server().ifPresent(server -> text.append(leaving(server, tunnel)));
            text.append(
                    "meta mark %d meta l4proto { tcp, udp } th dport 53 accept\n"
                            .formatted(tunnel.mark()));
            text.append("udp sport 68 udp dport 67 accept\n");
            text.append("icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert,")
                    .append(" nd-router-solicit } accept\n");
            text.append(lan(tunnel, lan)).append("}\n");
            text.append("chain passing {\ntype filter hook forward priority 0; policy drop;\n");
            device.ifPresent(name ->
                    text.append(
                            "oifname \"%1$s\" accept\niifname \"%1$s\" accept\n".formatted(name)));
            text.append("}\n");
        }
        return text.append("}\n").toString();
    }

    /** How many rules a text that was rendered here makes: the lines with a verdict or a mark. */
    static int rules(String text) {
        return (int) text.lines().filter(line -> line.matches(".* (accept|drop|set \\d+)")).count();
    }

    /** The server's packets carry the mark too: the reverse-path filter looks at it. */
    private static String arriving(Endpoint server, FullTunnel tunnel) {
        String from = family(server) + " saddr " + server.address();
        String mark = " meta mark set " + tunnel.mark() + "\n";
        return "chain arriving {\ntype filter hook prerouting priority -150;\n"
                + from
                + " "
                + transport(tunnel)
                + " sport "
                + server.port()
                + mark
                + (tunnel.relayed() ? from + " meta l4proto udp" + mark : "")
                + "}\n";
    }

    private static String leaving(Endpoint server, FullTunnel tunnel) {
        String to =
                "meta mark %d %s daddr %s "
                        .formatted(tunnel.mark(), family(server), server.address());
        return to
                + transport(tunnel)
                + " dport "
                + server.port()
                + " accept\n"
                + (tunnel.relayed() ? to + "meta l4proto udp accept\n" : "");
    }

    private static String transport(FullTunnel tunnel) {
        return tunnel.transport().name().toLowerCase(Locale.ROOT);
    }

    private static String family(Endpoint server) {
        return server.address().v6() ? "ip6" : "ip";
    }

    /** Names go into the tunnel even where the LAN may be reached. */
    private static String lan(FullTunnel tunnel, List<Cidr> lan) {
        if (!tunnel.lanAllowed() || lan.isEmpty()) {
            return "";
        }
        return "meta l4proto { tcp, udp } th dport 53 drop\n"
                + lan.stream()
                        .map(net -> (net.address().v6() ? "ip6" : "ip") + " daddr " + net)
                        .map(match -> match + " accept\n")
                        .collect(Collectors.joining());
    }

    private static String absent() {
        return "table inet " + TABLE + " {}\ndelete table inet " + TABLE + "\n";
    }

    private static void run(String rules) throws PlatformException {
        var builder = new ProcessBuilder(NFT).redirectErrorStream(true);
        builder.environment().clear();
        try {
            Process nft = builder.start();
            try (OutputStream in = nft.getOutputStream()) {
                in.write(rules.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(nft.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!nft.waitFor(10, TimeUnit.SECONDS) || nft.exitValue() != 0) {
                String first = said.lines().findFirst().orElse("no answer");
                throw new PlatformException("nft", 0, first);
            }
        } catch (IOException _) {
            throw new PlatformException("nft", Phrase.of(Phrase.Kind.NO_NFTABLES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("nft", C.EINTR, "interrupted");
        }
    }
}
