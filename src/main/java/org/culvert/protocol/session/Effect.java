package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.StubFraming;
import org.culvert.protocol.tls.TlsFacts;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What a {@link Session} asks its shell to do, in this order. */
public sealed interface Effect {
    /** Send this control packet (TCP: the shell puts its length in front). */
    record Send(ByteBuffer packet) implements Effect {}

    /** Open packets of this key id from now on, with this framing inside. */
    record InstallKeys(DataKeys keys, StubFraming framing) implements Effect {}

    /** Seal with this key id from now on. */
    record SealWith(int keyId) implements Effect {}

    /** Packets of this key id are dropped from now on. */
    record ForgetKeys(int keyId) implements Effect {}

    /** Device, routes and DNS shall be as the server says. */
    record Configure(TunnelSettings settings) implements Effect {}

    /** Stage 2..5 of the seven has begun (2 reach, 3 TLS, 4 sign in, 5 settings). */
    record EnterStage(int stage) implements Effect {}

    /** A handshake is done; the first of a session or a renegotiation. */
    record Secured(TlsFacts facts, String cipher, boolean renewed) implements Effect {}

    /** Say good-bye inside the data channel this often (explicit-exit-notify without cc-exit). */
    record NotifyExit(int times) implements Effect {}

    /** The server said something for people to read; unescaped. */
    record Say(String serverText) implements Effect {}

    /** These are to be sent in place of the password from now on, in new sessions too. */
    record TakeToken(Answer.Credentials credentials) implements Effect {}

    /** The session has ended; a new one may answer this question. */
    record Challenged(DynamicChallenge challenge) implements Effect {}

    /** The session has ended and takes no more events. */
    record Closed(Failure failure) implements Effect {}

    /** The server has ended the session and says how it wants its client back. */
    record SentAway(Failure failure, ComeBack terms) implements Effect {}

    /** The session has ended because it was asked to. */
    record ClosedOnRequest() implements Effect {}

    /** What only a server's session asks for. */
    sealed interface OfServer extends Effect {}

    /** A client has proved its certificate; {@link Event.Admitted} or a rejection is due. */
    record Introduced(Optional<Answer.Credentials> credentials, String peerInfo)
            implements OfServer {}

    /** The client has said good-bye; the session has ended. */
    record PeerLeft() implements OfServer {}
}
