package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Question;

/** What a {@link Tunnel} asks its shell to do, in this order. */
sealed interface TunnelEffect {
    /** Look the name up; {@link TunnelEvent.Resolved} or Failed follows. */
    record Resolve(String host) implements TunnelEffect {}

    /** Open a link and start a session. */
    record Open(Endpoint remote, Transport transport) implements TunnelEffect {}

    /** Say good-bye where a session stands, and close the link. */
    record CloseLink(boolean goodbye) implements TunnelEffect {}

    /** Make the machine's network look like this; NetworkReady or Failed follows. */
    record Apply(NetworkPlan plan) implements TunnelEffect {}

    /** Ask a person. */
    record Ask(Question question) implements TunnelEffect {}

    /** The tunnel is down and everything of it is undone. */
    record Finished() implements TunnelEffect {}
}
