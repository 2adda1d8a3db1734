package org.culvert.ipc;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.culvert.prompt.Answer;
import org.culvert.spec.ConnectSpec;

import java.util.Optional;

/** What window and command line ask of the helper. The helper trusts none of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Request {
    /** The protocol's number; another one is refused with HLP-4. */
    int PROTOCOL = 1;

    /** First frame of each side. */
    record Hello(int protocol, String version) implements Request {}

    /** Bring up a tunnel. */
    record Connect(int id, ConnectSpec spec) implements Request {}

    /** Take a tunnel down; an empty name means all of the caller's. */
    record Disconnect(int id, Optional<String> profile) implements Request {}

    /** End the session and begin another; an empty name means all of the caller's. */
    record Reconnect(int id, Optional<String> profile) implements Request {}

    /** One full status. */
    record Status(int id) implements Request {}

    /** Where the time of the data path goes. */
    record Stats(int id) implements Request {}

    /** Lines of the diary after {@code after} (0: from the oldest kept). */
    record Log(int id, long after) implements Request {}

    /** Samples of a connection: the fine ring (5 min) or the coarse one (1 h). */
    record History(int id, String connection, boolean fine, long afterMillis) implements Request {}

    /** The answer to an open prompt. */
    record Reply(int id, int promptId, Answer answer) implements Request {}

    /** Send traffic samples and log lines from now on, or stop. */
    record Watch(int id, boolean traffic, boolean log) implements Request {}
}
