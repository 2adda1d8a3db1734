package org.culvert.failure;

import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why something did not work: decided by the engine at the moment it knows, printed alike by
 * window, tray, command line and log. {@link #code} is stable; texts are in {@link FailureText}.
 * What a server said is carried as it came and is escaped where it is shown.
 */
public sealed interface Failure {
    /** The stable code, for instance {@code NET-3}. */
    FailureCode code();

    /** Whether trying again without a change cannot help. */
    default boolean permanent() {
        return code().permanent();
    }

    /** The refused sign-in whose code prints as {@code code}; no other code is one. */
    static Failure signIn(String code, String serverText) {
        return switch (FailureCode.of(code).orElse(FailureCode.AUTH_1)) {
            case AUTH_2 -> new SignInRefused(serverText);
            case AUTH_3 -> new SessionEnded(serverText);
            case AUTH_4 -> new CodeRefused(serverText);
            default -> new WrongPassword();
        };
    }

    /** Where a profile says something: file name and line from 1, 0 where no line applies. */
    record Place(String file, int line) {}

    /** AUTH_FAILED without a reason. */
    record WrongPassword() implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.AUTH_1;
        }
    }

    /** AUTH_FAILED with the server's own text. */
    record SignInRefused(String serverText) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.AUTH_2;
        }
    }

    /** The account is in use elsewhere, or its session ended. */
    record SessionEnded(String serverText) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.AUTH_3;
        }
    }

    /** A one-time code was refused. */
    record CodeRefused(String serverText) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.AUTH_4;
        }
    }

    /** Sign-in in the browser ran out of time. */
    record WebSignInUnfinished() implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.AUTH_5;
        }
    }

    /** No network at all. */
    record Offline() implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_1;
        }
    }

    /** The name of a server has no address. */
    record NameNotFound(String host, Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_2;
        }
    }

    /** Not one octet came back. */
    record NoAnswer(Endpoint remote, Transport transport, boolean extraKey, int seconds)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_3;
        }
    }

    /** The port is closed: ICMP port unreachable or TCP reset. */
    record Refused(Endpoint remote, Transport transport) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_4;
        }
    }

    /** The proxy on the way does not let us through. */
    record ProxyRefused(String proxy, Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_4;
        }
    }

    /** Nothing leads to the server: a router on the way says so, or this machine. */
    record Unreachable(Endpoint remote, Transport transport) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_3;
        }
    }

    /** The server has agreed on keys, and sends no settings. */
    record NoSettings(Endpoint remote) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_6;
        }
    }

    /** Packets came, then silence: large ones may not pass. */
    record LargePacketsLost(Endpoint remote) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.NET_6;
        }
    }

    /**
     * Octets came back that fail the check of the extra key, or TCP closed after our first packet.
     */
    record ExtraKeyMismatch(Endpoint remote) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_1;
        }
    }

    /** The handshake ended with an alert, or not in time. */
    record HandshakeFailed(Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_2;
        }
    }

    /** The chain or the name of the server's certificate is not what the profile asks for. */
    record ServerNotTrusted(Phrase expected, Phrase found) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_3;
        }
    }

    /** The profile does not say how to know the server, and nobody has agreed to that. */
    record ServerNotVerifiable() implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_3;
        }
    }

    /** Our certificate is outside its dates. */
    record OwnCertificateExpired(Instant notBefore, Instant notAfter) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_4;
        }
    }

    /** A certificate of the server's chain is outside its dates; {@code now} is our clock. */
    record ServerCertificateExpired(Instant notBefore, Instant notAfter, Instant now)
            implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_5;
        }
    }

    /** Our certificate ends soon. */
    record CertificateEndsSoon(Instant notAfter, int days) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.TLS_6;
        }
    }

    /** No data cipher in common, or one that we refuse. */
    record NoCommonCipher(Phrase offered) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CIP_1;
        }
    }

    /** The profile names encryption that we refuse; {@code option} is its line. */
    record InsecureCipher(Place place, String option) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CIP_1;
        }
    }

    /** The profile needs something that Culvert does not do; {@code option} is its line. */
    record OptionNotSupported(Place place, String option) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_1;
        }
    }

    /** The networks of here and there share addresses. */
    record AddressClash(Cidr local, Cidr remote) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_2;
        }
    }

    /** What was given as a profile is none; {@code looksLike} is one of {@link FileKind}. */
    record NotAProfile(String file, FileKind looksLike) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_3;
        }
    }

    /** The private key does not belong to the certificate. */
    record KeyMismatch(Place certificate, Place key) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_4;
        }
    }

    /** The file sets up a server. */
    record ServerProfile(Place place, String option) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_5;
        }
    }

    /** A part ({@code ca}, {@code cert}, {@code key}, ...) is missing; empty path: not named. */
    record PartMissing(Place place, String part, Optional<String> path) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_6;
        }
    }

    /** The file cannot be read. */
    record Unreadable(String file, Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.CFG_7;
        }
    }

    /** Nobody answers on the helper's socket. */
    record HelperNotRunning(String socket) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.HLP_1;
        }
    }

    /** The helper is not installed. */
    record HelperMissing() implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.HLP_2;
        }
    }

    /** This user may not use the helper, or the tunnel is somebody else's. */
    record NotAllowed(Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.HLP_3;
        }
    }

    /** Window and helper speak different protocol versions. */
    record OtherVersion(int ours, int theirs) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.HLP_4;
        }
    }

    /** The TUN device cannot be made. */
    record NoTunDevice(Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.SYS_1;
        }
    }

    /** The kernel refused an address, route, rule or firewall table. */
    record NetworkRefused(Phrase what, Phrase reason) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.SYS_2;
        }
    }

    /** Another tunnel has all traffic of this machine, and this one wants it too. */
    record AllTrafficTaken() implements Failure {
        @Override
        public boolean permanent() {
            return true;
        }

        @Override
        public FailureCode code() {
            return FailureCode.SYS_2;
        }
    }

    /** DNS could not be set or does not stay. */
    record DnsNotApplied(List<IpAddress> servers, Phrase reason) implements Failure {
        /** Copies its list. */
        public DnsNotApplied {
            servers = List.copyOf(servers);
        }

        @Override
        public FailureCode code() {
            return FailureCode.SYS_3;
        }
    }

    /** Nothing came from the server for {@code seconds}. */
    record ConnectionLost(int seconds) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.LNK_1;
        }
    }

    /** RESTART or EXIT from the server; or HALT, which forbids to come back. */
    record ServerEnded(String serverText, boolean halt) implements Failure {
        @Override
        public boolean permanent() {
            return halt;
        }

        @Override
        public FailureCode code() {
            return FailureCode.LNK_2;
        }
    }

    /** The tunnel is over, as server or profile wish; {@code seconds} is their time. */
    record LimitReached(Limit limit, int seconds) implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.LNK_3;
        }

        /** What has reached its limit. */
        public enum Limit {
            /** Nothing came from the server ({@code ping-exit}). */
            SILENCE,
            /** Too little went through it ({@code inactive}). */
            IDLE,
            /** It was up for so long ({@code session-timeout}). */
            AGE
        }
    }

    /** The kill switch holds and there is no tunnel. */
    record TrafficBlocked() implements Failure {
        @Override
        public FailureCode code() {
            return FailureCode.KS_1;
        }
    }
}
