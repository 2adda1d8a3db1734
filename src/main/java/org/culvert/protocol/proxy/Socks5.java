package org.culvert.protocol.proxy;

import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One conversation with a SOCKS5 proxy, for a stream or for datagrams (protocol 11.2; C: {@code
 * socks.c}).
 */
public final class Socks5 implements ProxyTalk {
    private static final int VERSION = 5;
    private static final int NO_SIGN_IN = 0;
    private static final int PASSWORD = 2;
    private static final int NOTHING_OFFERED = 0xff;
    private static final int CONNECT = 1;
    private static final int ASSOCIATE = 3;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST = 262;

    private enum Awaited {
        METHOD,
        SIGN_IN,
        ANSWER
    }

    private final String host;
    private final int port;
    private final boolean datagrams;
    private final Endpoint proxy;
    private final Optional<ProxyAccount> account;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST);
    private Awaited awaited = Awaited.METHOD;

    private Socks5(
            String host,
            int port,
            boolean datagrams,
            Endpoint proxy,
            Optional<ProxyAccount> account) {
        this.host = host;
        this.port = port;
        this.datagrams = datagrams;
        this.proxy = proxy;
        this.account = account;
    }

    /** For a stream to {@code host}, which the proxy may resolve. */
    public static Socks5 stream(
            String host, int port, Endpoint proxy, Optional<ProxyAccount> account) {
        return new Socks5(host, port, false, proxy, account);
    }

    /** For datagrams, whose destination each of them names. */
    public static Socks5 datagrams(Endpoint proxy, Optional<ProxyAccount> account) {
        return new Socks5("", 0, true, proxy, account);
    }

    @Override
    public ProxyStep start() {
        return send(VERSION, 1, method());
    }

    @Override
    public Optional<ProxyStep> receive(ByteBuffer octets) {
        while (octets.hasRemaining()) {
            answer.put(octets.get());
            int missing = missing();
            if (missing < 0) {
                return Optional.of(new ProxyStep.Refused(Phrase.of(Phrase.Kind.NO_SOCKS_PROXY)));
            }
            if (missing == 0) {
                Optional<ProxyStep> step = judge(octets);
                answer.clear();
                return step;
            }
        }
        return Optional.empty();
    }

    /** Octets that the awaited answer lacks; negative where it is none. */
    private int missing() {
        int have = answer.position();
        if (awaited != Awaited.ANSWER) {
            return 2 - have;
        }
        if (have < 5) {
            return 5 - have;
        }
        int address =
                switch (answer.get(3)) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case NAME -> 1 + (answer.get(4) & 0xff);
                    default -> -1;
                };
        return address < 0 ? -1 : 4 + address + 2 - have;
    }

    private Optional<ProxyStep> judge(ByteBuffer leftover) {
        int version = answer.get(0);
        int status = answer.get(1) & 0xff;
        return Optional.of(
                switch (awaited) {
                    case METHOD -> chosen(version, status);
                    case SIGN_IN -> signedIn(version, status);
                    case ANSWER -> answered(version, status, leftover);
                });
    }

    private ProxyStep chosen(int version, int method) {
        if (version == VERSION && method == NOTHING_OFFERED && account.isEmpty()) {
            return new ProxyStep.SignInNeeded(false);
        }
        if (version != VERSION || method != method()) {
            return new ProxyStep.Refused(Phrase.of(Phrase.Kind.OTHER_SIGN_IN));
        }
        if (account.isEmpty()) {
            return request();
        }
        awaited = Awaited.SIGN_IN;
        return signIn(account.get());
    }

    /** Real proxies answer with 1 as well as with 5. */
    private ProxyStep signedIn(int version, int status) {
        boolean good = (version == 1 || version == VERSION) && status == 0;
        return good ? request() : new ProxyStep.SignInNeeded(true);
    }

    private ProxyStep answered(int version, int status, ByteBuffer leftover) {
        if (version != VERSION || status != 0) {
            return new ProxyStep.Refused(
                    Phrase.of(Phrase.Kind.SOCKS_STATUS, Integer.toString(status)));
        }
        if (!datagrams) {
            return new ProxyStep.Opened(leftover.slice());
        }
        return relay().<ProxyStep>map(ProxyStep.Relayed::new)
                .orElse(new ProxyStep.Refused(Phrase.of(Phrase.Kind.NO_RELAY)));
    }

    /** A relay at 0.0.0.0 is one at the proxy's own address. */
    private Optional<Endpoint> relay() {
        int length =
                switch (answer.get(3)) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    default -> 0;
                };
        if (length == 0) {
            return Optional.empty();
        }
        byte[] octets = new byte[length];
        answer.get(4, octets);
        int relayPort = answer.getShort(4 + length) & 0xffff;
        boolean any = ByteBuffer.wrap(octets).equals(ByteBuffer.allocate(length));
        IpAddress address = any ? proxy.address() : IpAddress.of(octets);
        return relayPort == 0 ? Optional.empty() : Optional.of(new Endpoint(address, relayPort));
    }

    private ProxyStep request() {
        awaited = Awaited.ANSWER;
        if (datagrams) {
            return send(VERSION, ASSOCIATE, 0, IPV4, 0, 0, 0, 0, 0, 0);
        }
        byte[] name = host.getBytes(StandardCharsets.UTF_8);
        if (name.length > 255) {
            return new ProxyStep.Refused(Phrase.of(Phrase.Kind.TOO_LONG_FOR_SOCKS));
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {VERSION, CONNECT, 0, NAME, (byte) name.length});
        out.writeBytes(name);
        out.write(port >> 8);
        out.write(port);
        return new ProxyStep.Send(ByteBuffer.wrap(out.toByteArray()));
    }

    private static ProxyStep signIn(ProxyAccount who) {
        byte[] user = who.user().getBytes(StandardCharsets.UTF_8);
        if (user.length > 255 || who.password().length() > 255) {
            return new ProxyStep.Refused(Phrase.of(Phrase.Kind.TOO_LONG_FOR_SOCKS));
        }
        return who.password()
                .use(password -> {
                    var out = ByteBuffer.allocate(3 + user.length + password.length);
                    out.put((byte) 1).put((byte) user.length).put(user);
                    out.put((byte) password.length).put(password).flip();
                    return new ProxyStep.Send(out);
                });
    }

    private int method() {
        return account.isPresent() ? PASSWORD : NO_SIGN_IN;
    }

    private static ProxyStep send(int... octets) {
        var out = ByteBuffer.allocate(octets.length);
        for (int octet : octets) {
            out.put((byte) octet);
        }
        return new ProxyStep.Send(out.flip());
    }
}
