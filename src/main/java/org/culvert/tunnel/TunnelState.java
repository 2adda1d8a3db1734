package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.net.Endpoint;

import java.util.Optional;

/** Where a tunnel is in its life; each state holds what is true only then. */
sealed interface TunnelState {
    /** Down; the failure that brought it there, if one did. */
    record Idle(Optional<Failure> failure) implements TunnelState {}

    /** Waiting for a person before the next step. */
    record Asking() implements TunnelState {}

    /** Looking a name up. */
    record Resolving() implements TunnelState {}

    /** Talking to a server. */
    record Connecting(Endpoint remote) implements TunnelState {}

    /** Setting up the network. */
    record Configuring(Endpoint remote) implements TunnelState {}

    /** Up; verified once something authenticated came back. */
    record Up(Endpoint remote, long sinceNanos, boolean verified) implements TunnelState {}

    /** Was up; tries again at a time. */
    record Reconnecting(Failure cause, long untilNanos) implements TunnelState {}

    /** Gave up while the kill switch holds. */
    record Blocked(Failure cause) implements TunnelState {}

    /** Taking everything back. */
    record TearingDown(Optional<Failure> failure) implements TunnelState {}
}
