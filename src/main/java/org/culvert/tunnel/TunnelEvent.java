package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Proxy;

import java.util.List;
import java.util.Optional;

/** What happens to a {@link Tunnel}. */
sealed interface TunnelEvent {
    /** A person wants it up; {@code spec} replaces that of an earlier attempt. */
    record ConnectRequested(ConnectSpec spec) implements TunnelEvent {}

    /** A person wants it down. */
    record DisconnectRequested() implements TunnelEvent {}

    /** A person wants it anew. */
    record ReconnectRequested() implements TunnelEvent {}

    /** The open question is answered. */
    record Answered(Answer answer) implements TunnelEvent {}

    /** The name of the remote at hand has these addresses. */
    record Resolved(List<IpAddress> addresses) implements TunnelEvent {
        /** Copies its list. */
        public Resolved {
            addresses = List.copyOf(addresses);
        }
    }

    /** The private key wants a passphrase; {@code rejected}: another one than was given. */
    record PassphraseNeeded(boolean rejected) implements TunnelEvent {}

    /** The proxy wants to know who we are; {@code rejected}: another than it was told. */
    record ProxyAsks(Proxy proxy, boolean rejected) implements TunnelEvent {}

    /** An authentic packet came from another address than before. */
    record ServerMoved(Endpoint remote) implements TunnelEvent {}

    /** The server gave a token that stands for the password. */
    record TokenGiven(Answer.Credentials credentials) implements TunnelEvent {}

    /** The server wants a code, in a new session. */
    record Challenged(DynamicChallenge challenge) implements TunnelEvent {}

    /** The session has entered stage 2 to 5. */
    record StageEntered(int stage) implements TunnelEvent {}

    /** The server's settings are here. */
    record Pulled(TunnelSettings settings) implements TunnelEvent {}

    /** {@code plan} is in place, but for what {@code lacking} names. */
    record NetworkReady(NetworkPlan plan, Optional<Failure> lacking) implements TunnelEvent {}

    /** The attempt, the session or the network failed. */
    record Failed(Failure failure) implements TunnelEvent {}

    /** The server has ended the session and says how it wants us back. */
    record SentAway(Failure failure, ComeBack terms) implements TunnelEvent {}

    /** An authenticated packet or an answer to our probe came. */
    record Verified() implements TunnelEvent {}

    /** This machine has a network that it had not before. */
    record NetworkChanged() implements TunnelEvent {}

    /** Time has passed. */
    record Tick() implements TunnelEvent {}
}
