package org.culvert.spec;

import java.util.List;

/**
 * What to connect to and how: everything inlined, no path, no option text. Refuses what the engine
 * could not honour in its constructor, so whoever holds one may rely on it.
 *
 * @param profile the name people see, 1..128 characters
 * @param remotes in the order to try them, 1..256
 * @param wrapping how control packets are protected
 * @param tls who is trusted and who we are
 * @param signIn whether a user name and password are sent
 * @param data ciphers and framing of the data channel
 * @param timers keepalive and renegotiation
 * @param routing which traffic uses the tunnel
 * @param retry how often servers are tried
 */
public record ConnectSpec(
        String profile,
        List<Remote> remotes,
        ControlWrapping wrapping,
        TlsSpec tls,
        SignIn signIn,
        DataSpec data,
        Timers timers,
        Routing routing,
        Retry retry) {
    /** Most remotes that a profile may name. */
    public static final int MAX_REMOTES = 256;

    /** Tries servers as often as the design says. */
    public ConnectSpec(
            String profile,
            List<Remote> remotes,
            ControlWrapping wrapping,
            TlsSpec tls,
            SignIn signIn,
            DataSpec data,
            Timers timers,
            Routing routing) {
        this(profile, remotes, wrapping, tls, signIn, data, timers, routing, Retry.DEFAULT);
    }

    /** Copies its list and refuses a profile without a name or a remote. */
    public ConnectSpec {
        remotes = List.copyOf(remotes);
        if (profile.isBlank() || profile.length() > 128) {
            throw new IllegalArgumentException("profile name of " + profile.length());
        }
        if (remotes.isEmpty() || remotes.size() > MAX_REMOTES) {
            throw new IllegalArgumentException("remotes: " + remotes.size());
        }
    }

    /** The same with what a person has chosen. */
    public ConnectSpec withProtection(Protection chosen) {
        return new ConnectSpec(
                profile,
                remotes,
                wrapping,
                tls,
                signIn,
                data,
                timers,
                routing.withProtection(chosen),
                retry);
    }

    /** The same with its remotes in another order. */
    public ConnectSpec withRemotes(List<Remote> others) {
        return new ConnectSpec(
                profile, others, wrapping, tls, signIn, data, timers, routing, retry);
    }
}
