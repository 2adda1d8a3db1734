package org.culvert.protocol.session;

import java.nio.ByteBuffer;

/** What happens to a {@link Session}. Buffers are the session's from then on. */
public sealed interface Event {
    /** The link is open: say the first word. */
    record Started() implements Event {}

    /** A control packet as it came from the link (any opcode but the data ones). */
    record Received(ByteBuffer packet) implements Event {}

    /** The first packet that a key id opened came; the peer uses its new keys. */
    record PeerUsesKey(int keyId) implements Event {}

    /** A key has sealed or opened so much that new ones are due. */
    record KeyWorn() implements Event {}

    /** Say good-bye and end. */
    record CloseRequested() implements Event {}

    /** A server's shell lets the client in that was {@link Effect.Introduced}. */
    record Admitted(Grant grant) implements Event {}

    /** A server's shell does not; the text, maybe empty, is told to the client. */
    record Rejected(String reason) implements Event {}

    /** Time has passed; due at {@link Session#deadlineNanos}. */
    record Tick() implements Event {}
}
