package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.prompt.Question;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Connections as a helper tells of them. */
final class Told {
    private Told() {}

    /** One that has just begun. */
    static Connection begun(String profile) {
        return told(profile, State.CONNECTING, 1, null, null);
    }

    static Connection on(String profile) {
        return new Connection(
                "c1",
                profile,
                State.ON,
                null,
                1_000,
                0,
                null,
                "[2001:db8::1]:1194",
                Transport.UDP,
                "AES-256-GCM",
                "TLSv1.3",
                "X25519MLKEM768",
                "pumps",
                "tun0",
                List.of(Cidr.literal("10.8.0.6/24")),
                List.of(Cidr.literal("10.9.0.0/16")),
                List.of(
                        new Connection.Dns(
                                IpAddress.literal("10.8.0.1"), List.of("a.example"), null)),
                1500,
                7,
                8,
                1,
                2,
                12,
                0,
                false,
                false,
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L),
                null,
                null);
    }

    static Connection failed(String profile, Failure failure) {
        return told(profile, State.FAILED, null, null, failure);
    }

    static Connection asking(String profile, int promptId, Question question) {
        return told(profile, State.NEED_USER, 5, new Connection.Prompt(promptId, question), null);
    }

    static Connection trying(String profile, Failure failure) {
        return told(profile, State.CONNECTING, 2, null, failure);
    }

    private static Connection told(
            String profile,
            State state,
            @Nullable Integer stage,
            Connection.@Nullable Prompt prompt,
            @Nullable Failure failure) {
        return new Connection(
                "c1", profile, state, stage, 1_000, 1, null, null, null, null, null, null, null,
                null, List.of(), List.of(), List.of(), null, 0, 0, 0, 0, null, null, false, false,
                List.of(), prompt, failure);
    }
}
