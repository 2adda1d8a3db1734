package org.culvert.desktop;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.culvert.failure.Phrase;
import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A made-up instance of every kind of failure. */
public final class Failures {
    private static final Failure.Place PLACE = new Failure.Place("office.ovpn", 9);
    private static final Endpoint REMOTE = Endpoint.parse("203.0.113.7:1194").orElseThrow();
    private static final Instant THEN = Instant.parse("2026-03-03T10:00:00Z");

    private Failures() {}

    /** One of each kind; fails where a kind has none. */
    public static List<Failure> all() {
        List<Failure> all =
                Stream.of(signIn(), way(), trust(), file(), machine(), life())
                        .flatMap(List::stream)
                        .toList();
        Set<Class<?>> shown = all.stream().map(Object::getClass).collect(Collectors.toSet());
        var missing = new HashSet<>(kinds(Failure.class));
        missing.removeAll(shown);
        if (!missing.isEmpty()) {
            throw new AssertionError("no sample of " + missing);
        }
        return all;
    }

    private static Set<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(kind -> kinds(kind).stream())
                        .collect(Collectors.toSet())
                : Set.of(type);
    }

    private static List<Failure> signIn() {
        return List.of(
                new Failure.WrongPassword(),
                new Failure.SignInRefused("account locked"),
                new Failure.SessionEnded("elsewhere"),
                new Failure.CodeRefused("late"),
                new Failure.WebSignInUnfinished());
    }

    private static List<Failure> way() {
        return List.of(
                new Failure.Offline(),
                new Failure.NameNotFound(
                        "vpn.example.org", Phrase.of(Phrase.Kind.DNS_SILENT, "192.168.1.1")),
                new Failure.NoAnswer(REMOTE, Transport.UDP, true, 10),
                new Failure.Refused(REMOTE, Transport.UDP),
                new Failure.ProxyRefused(
                        "proxy.example:8080", Phrase.of(Phrase.Kind.OTHER_SIGN_IN)),
                new Failure.Unreachable(REMOTE, Transport.UDP),
                new Failure.NoSettings(REMOTE),
                new Failure.LargePacketsLost(REMOTE));
    }

    private static List<Failure> trust() {
        return List.of(
                new Failure.ExtraKeyMismatch(REMOTE),
                new Failure.HandshakeFailed(Phrase.of(Phrase.Kind.OUT_OF_TIME)),
                new Failure.ServerNotTrusted(
                        Phrase.of(Phrase.Kind.CERTIFICATE_BELOW, "vpn.example", "Office CA"),
                        Phrase.of(Phrase.Kind.NAMED, "CN=vpn.example")),
                new Failure.ServerNotVerifiable(),
                new Failure.OwnCertificateExpired(Instant.EPOCH, THEN),
                new Failure.ServerCertificateExpired(Instant.EPOCH, THEN, Sample.NOW),
                new Failure.CertificateEndsSoon(THEN, 6),
                new Failure.NoCommonCipher(Phrase.of(Phrase.Kind.NAMED, "BF-CBC")));
    }

    private static List<Failure> file() {
        return List.of(
                new Failure.InsecureCipher(PLACE, "cipher none"),
                new Failure.OptionNotSupported(PLACE, "dev tap"),
                new Failure.AddressClash(cidr("192.168.1.0/24"), cidr("192.168.1.0/24")),
                new Failure.NotAProfile("office.ovpn", FileKind.HTML),
                new Failure.KeyMismatch(PLACE, PLACE),
                new Failure.ServerProfile(PLACE, "server 10.8.0.0 255.255.255.0"),
                new Failure.PartMissing(PLACE, "ca", Optional.of("ca.crt")),
                new Failure.Unreadable("/home/anna/office.ovpn", Phrase.of(Phrase.Kind.FORBIDDEN)));
    }

    private static List<Failure> machine() {
        return List.of(
                new Failure.HelperNotRunning("/run/culvert/helper.sock"),
                new Failure.HelperMissing(),
                new Failure.NotAllowed(Phrase.of(Phrase.Kind.NO_MEMBER)),
                new Failure.OtherVersion(1, 2),
                new Failure.NoTunDevice(Phrase.system(2)),
                new Failure.NetworkRefused(
                        Phrase.of(Phrase.Kind.ADDRESS, "10.8.0.0/24"), Phrase.system(17)),
                new Failure.AllTrafficTaken(),
                new Failure.DnsNotApplied(
                        List.of(IpAddress.parse("10.8.0.1").orElseThrow()),
                        Phrase.of(Phrase.Kind.UNWRITABLE, "/etc/resolv.conf")));
    }

    private static List<Failure> life() {
        return List.of(
                new Failure.ConnectionLost(14),
                new Failure.ServerEnded("maintenance", false),
                new Failure.LimitReached(Failure.LimitReached.Limit.IDLE, 600),
                new Failure.TrafficBlocked());
    }

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
