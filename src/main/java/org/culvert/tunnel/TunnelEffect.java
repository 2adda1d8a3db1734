package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Question;
import org.culvert.spec.Remote;

/** What a {@link Tunnel} asks its shell to do, in this order. */
sealed interface TunnelEffect {
    /** Look the name up; {@link TunnelEvent.Resolved} or Failed follows. */
    record Resolve(String host) implements TunnelEffect {}

    /**
     * Open a line and start a session.
     *
     * @param hop the first other end of the line: the server or the proxy
     * @param remote who is to be reached
     * @param seconds within which the line is open and the server has said a word
     */
    record Open(Endpoint hop, Remote remote, int seconds) implements TunnelEffect {}

    /** Say good-bye where a session stands, and close the link. */
    record CloseLink(boolean goodbye) implements TunnelEffect {}

    /** Make the machine's network look like this; NetworkReady or Failed follows. */
    record Apply(NetworkPlan plan) implements TunnelEffect {}

    /** Ask a person. */
    record Ask(Question question) implements TunnelEffect {}

    /** The tunnel is down and everything of it is undone. */
    record Finished() implements TunnelEffect {}
}
