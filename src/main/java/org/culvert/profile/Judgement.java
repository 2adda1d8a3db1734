package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges each option of a profile by the table and says what a person should know. */
final class Judgement {
    /** Options that act today; every other one of verdict USED is listed. */
    static final Set<String> ACTING =
            Set.of(
                    "client",
                    "pull",
                    "tls-client",
                    "remote",
                    "port",
                    "rport",
                    "proto",
                    "dev",
                    "dev-type",
                    "ca",
                    "cert",
                    "key",
                    "tls-auth",
                    "tls-crypt",
                    "key-direction",
                    "auth",
                    "cipher",
                    "data-ciphers",
                    "ncp-ciphers",
                    "data-ciphers-fallback",
                    "auth-user-pass",
                    "remote-cert-tls",
                    "verify-x509-name",
                    "ns-cert-type",
                    "tls-version-min",
                    "tls-version-max",
                    "tls-cipher",
                    "tls-groups",
                    "ping",
                    "ping-restart",
                    "keepalive",
                    "reneg-sec",
                    "hand-window",
                    "connect-timeout",
                    "server-poll-timeout",
                    "explicit-exit-notify",
                    "route",
                    "route-ipv6",
                    "redirect-gateway",
                    "route-nopull",
                    "dhcp-option",
                    "tun-mtu",
                    "mssfix",
                    "comp-lzo",
                    "compress",
                    "connection",
                    "remote-random");

    /** Options that change what protects or frames the traffic; without them nothing would work. */
    static final Set<String> NOT_YET =
            Set.of(
                    "fragment",
                    "http-proxy",
                    "socks-proxy",
                    "pkcs12",
                    "tls-crypt-v2",
                    "peer-fingerprint",
                    "verify-hash",
                    "crl-verify",
                    "static-challenge",
                    "secret",
                    "proto-force",
                    "local",
                    "lport",
                    "bind",
                    "remote-cert-eku",
                    "remote-cert-ku",
                    "float",
                    "extra-certs",
                    "capath");

    private Judgement() {}

    static Profile.Result of(String file, ProfileReader.Read read, boolean converted) {
        var problems = new ArrayList<>(read.problems());
        if (converted) {
            problems.add(
                    new Problem(0, "", Problem.Severity.NOTE, Problem.Kind.CONVERTED, "UTF-8"));
        }
        boolean known = false;
        for (Directive directive : read.directives()) {
            Verdict verdict = OptionTable.of(directive.name()).verdict();
            known |= verdict != Verdict.UNKNOWN;
            judge(directive, verdict, problems);
        }
        if (!known) {
            return new Profile.Bad(new Failure.NotAProfile(file, FileKind.OTHER_TEXT));
        }
        problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return new Profile.Good(new Profile(file, read.directives(), problems));
    }

    private static void judge(Directive directive, Verdict verdict, List<Problem> problems) {
        String name = directive.name();
        switch (verdict) {
            case USED -> {
                if (NOT_YET.contains(name)) {
                    add(directive, Problem.Severity.ERROR, Problem.Kind.NOT_SUPPORTED, problems);
                } else if (!ACTING.contains(name)) {
                    add(directive, Problem.Severity.NOTE, Problem.Kind.KEPT, problems);
                }
            }
            case KEPT -> add(directive, Problem.Severity.NOTE, Problem.Kind.KEPT, problems);
            case NEVER ->
                    add(directive, Problem.Severity.WARNING, Problem.Kind.NEVER_HONOURED, problems);
            case REFUSED ->
                    add(directive, Problem.Severity.ERROR, Problem.Kind.NOT_SUPPORTED, problems);
            case SERVER -> add(directive, Problem.Severity.ERROR, Problem.Kind.SERVER, problems);
            case UNKNOWN -> {
                boolean protection = name.matches(".*(cert|tls|verify|crypt|key|auth).*");
                add(
                        directive,
                        protection ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                        protection ? Problem.Kind.UNKNOWN_PROTECTION : Problem.Kind.UNKNOWN,
                        problems);
            }
        }
    }

    private static void add(
            Directive directive,
            Problem.Severity severity,
            Problem.Kind kind,
            List<Problem> problems) {
        String words = String.join(" ", directive.arguments());
        problems.add(new Problem(directive.line(), directive.name(), severity, kind, words));
    }
}
