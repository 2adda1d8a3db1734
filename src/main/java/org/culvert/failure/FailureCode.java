package org.culvert.failure;

import java.util.Arrays;
import java.util.Optional;

/** The stable codes of failures, the exit code of each, and whether trying again may help. */
public enum FailureCode {
    /** Wrong user name or password. */
    AUTH_1(10, true),
    /** Sign-in refused with a reason. */
    AUTH_2(10, true),
    /** Session elsewhere or expired. */
    AUTH_3(10, true),
    /** One-time code refused. */
    AUTH_4(10, true),
    /** Web sign-in not finished. */
    AUTH_5(10, true),
    /** Offline. */
    NET_1(20, false),
    /** Name not found. */
    NET_2(20, false),
    /** No answer. */
    NET_3(20, false),
    /** Refused. */
    NET_4(20, false),
    /** Login page of a network. */
    NET_5(20, false),
    /** Large packets are lost. */
    NET_6(20, false),
    /** Extra key does not match. */
    TLS_1(30, false),
    /** Handshake failed. */
    TLS_2(30, false),
    /** Server not trusted. */
    TLS_3(30, true),
    /** Own certificate out of date. */
    TLS_4(30, true),
    /** Server's certificate out of date. */
    TLS_5(30, true),
    /** Own certificate ends soon. */
    TLS_6(30, false),
    /** No common cipher. */
    CIP_1(40, true),
    /** Option not supported. */
    CFG_1(40, true),
    /** Addresses clash. */
    CFG_2(40, true),
    /** Not a profile. */
    CFG_3(40, true),
    /** Key and certificate differ. */
    CFG_4(40, true),
    /** A server's file. */
    CFG_5(40, true),
    /** A part is missing. */
    CFG_6(40, true),
    /** File not readable. */
    CFG_7(40, true),
    /** Helper not running. */
    HLP_1(50, false),
    /** Helper not installed. */
    HLP_2(50, false),
    /** Not allowed. */
    HLP_3(50, false),
    /** Other version. */
    HLP_4(50, false),
    /** No TUN device. */
    SYS_1(60, false),
    /** Network refused. */
    SYS_2(60, false),
    /** DNS not applied. */
    SYS_3(60, false),
    /** Connection lost. */
    LNK_1(70, false),
    /** Server ended the connection. */
    LNK_2(70, false),
    /** A limit of the connection is reached. */
    LNK_3(70, true),
    /** Traffic blocked. */
    KS_1(70, false);

    private final int exitCode;
    private final boolean permanent;

    FailureCode(int exitCode, boolean permanent) {
        this.exitCode = exitCode;
        this.permanent = permanent;
    }

    /** The code as people read it, for instance {@code NET-3}. */
    public String text() {
        return name().replace('_', '-');
    }

    /** What {@code culvertctl} exits with (command contract: exit codes). */
    public int exitCode() {
        return exitCode;
    }

    /** Whether trying again without a change cannot help. */
    public boolean permanent() {
        return permanent;
    }

    /** The code that {@link #text} prints as {@code text}. */
    public static Optional<FailureCode> of(String text) {
        return Arrays.stream(values()).filter(code -> code.text().equals(text)).findFirst();
    }
}
