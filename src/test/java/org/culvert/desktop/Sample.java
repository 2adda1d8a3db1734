package org.culvert.desktop;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileCard.Traffic;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Texts;
import org.culvert.desktop.look.Theme;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.perf.TrafficSample;
import org.culvert.profile.store.Marks;
import org.culvert.prompt.Question;
import org.culvert.spec.Protection;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Made-up profiles, connections and traffic, with the clock stopped. */
public final class Sample {
    /** The moment at which the clock stands. */
    public static final Instant NOW = Instant.parse("2026-11-24T14:32:22Z");

    private Sample() {}

    /** A look in that language whose clock stands at {@link #NOW}. */
    public static Look look(Locale locale) {
        return look(locale, Fx.on(Theme::new));
    }

    /** A look in that language and scheme. */
    public static Look look(Locale locale, Theme theme) {
        return Look.of(Texts.of(locale), theme, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** A profile that asks for nothing. */
    public static ProfileCard card(String name, String host) {
        return new ProfileCard(
                name,
                name,
                host,
                List.of("UDP 1194"),
                Traffic.EVERYTHING,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                true,
                Optional.empty(),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    /** A profile whose certificate ends in {@code left}. */
    public static ProfileCard ending(String name, String host, Duration left) {
        return new ProfileCard(
                name,
                name,
                host,
                List.of("UDP 1194", "TCP 443"),
                Traffic.EVERYTHING,
                Optional.of("anna"),
                Optional.of(NOW.plus(left)),
                false,
                false,
                true,
                Optional.empty(),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    /** A profile that asks for a password. */
    public static ProfileCard asking(String name, String host) {
        return new ProfileCard(
                name,
                name,
                host,
                List.of("UDP 1194", "TCP 443"),
                Traffic.NETWORKS,
                Optional.of("anna"),
                Optional.of(NOW.plus(Duration.ofDays(99))),
                true,
                false,
                true,
                Optional.empty(),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    /** A profile that cannot be connected. */
    public static ProfileCard draft(String name, String why) {
        return new ProfileCard(
                name,
                name,
                "bridge.example",
                List.of("UDP 1194"),
                Traffic.AS_TOLD,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                true,
                Optional.of(why),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    /** The profiles of the pictures. */
    public static List<ProfileCard> cards(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return List.of(
                ending(chinese ? "客户 B" : "Client B", "vpn.client-b.example", Duration.ofDays(6)),
                card(chinese ? "家里" : "Home router", "203.0.113.40"),
                ending(chinese ? "公司" : "Office", "vpn.example.org", Duration.ofDays(99)),
                ending(chinese ? "旧站点" : "Old site", "old.example", Duration.ofDays(-266)),
                draft(chinese ? "桥接" : "Plant bridge", "plant.ovpn, line 31: dev tap"),
                asking(chinese ? "大学" : "University", "vpn.university.example"));
    }

    /** A connection of {@code profile} in {@code state}, for an hour and twelve minutes. */
    public static Connection connection(
            String profile, State state, @Nullable Integer stage, @Nullable Failure failure) {
        return connection(profile, state, stage, failure, null);
    }

    /** A connection that waits at the sign-in for an answer to {@code question}. */
    public static Connection asking(String profile, int prompt, Question question) {
        return connection(
                profile, State.NEED_USER, 4, null, new Connection.Prompt(prompt, question));
    }

    private static Connection connection(
            String profile,
            State state,
            @Nullable Integer stage,
            @Nullable Failure failure,
            Connection.@Nullable Prompt prompt) {
        boolean up = state == State.ON || state == State.DEGRADED;
        return new Connection(
                "c-" + profile,
                profile,
                state,
                stage,
                NOW.minus(up ? Duration.ofMinutes(72) : Duration.ofMillis(1200)).toEpochMilli(),
                2,
                null,
                "203.0.113.7:1194",
                Transport.UDP,
                up ? "AES-256-GCM" : null,
                "TLS 1.3",
                null,
                null,
                null,
                List.of(Cidr.parse("10.8.0.6/24").orElseThrow()),
                List.of(),
                List.of(new Connection.Dns(IpAddress.literal("10.8.0.1"), List.of(), null)),
                1420,
                1_830_000_000,
                110_000_000,
                1,
                1,
                up ? 24 : null,
                up ? 0 : null,
                true,
                true,
                state == State.FAILED ? List.of(38L, 10_000L) : List.of(38L, 24L, 61L, 1100L),
                prompt,
                failure);
    }

    /** Hears of profiles; trouble is a fault of the test. */
    public static ProfileShelf.Listener listener(Consumer<List<ProfileCard>> profiles) {
        return new ProfileShelf.Listener() {
            @Override
            public void profiles(List<ProfileCard> all) {
                profiles.accept(all);
            }

            @Override
            public void trouble(Failure failure) {
                throw new AssertionError(failure);
            }
        };
    }

    /** A server that does not answer. */
    public static Failure noAnswer() {
        return new Failure.NoAnswer(
                Endpoint.parse("203.0.113.7:1194").orElseThrow(), Transport.UDP, false, 10);
    }

    /** Some lines of a diary. */
    public static List<Response.LogLine> log() {
        List<String> words =
                List.of(
                        "Office: connecting to vpn.example.org (203.0.113.7:1194, UDP)",
                        "Office: server answered after 24 ms",
                        "Office: TLS 1.3 with X25519MLKEM768, server is “vpn.example.org”",
                        "Office: signed in as “anna”",
                        "Office: the server pushed 3 routes, 1 name server, ping 10, ping-restart"
                                + " 60; redirect-gateway local has no effect in a full tunnel",
                        "Office: connected, 10.8.0.6/24, AES-256-GCM",
                        "Office: keys renewed");
        long first = NOW.toEpochMilli() - 60_000;
        return IntStream.range(0, words.size())
                .mapToObj(i -> new Response.LogLine(i, first + i * 7300L, words.get(i)))
                .toList();
    }

    /** Twenty minutes of lively traffic that end {@code ago} before now, the same each time. */
    public static void traffic(Connections connections, String id, Duration ago) {
        long end = NOW.minus(ago).toEpochMilli();
        var chance = new Random(11);
        int trip = 24;
        for (int tenth = 12_000; tenth >= 0; tenth--) {
            double time = tenth / 10.0;
            long down = rate(20 + 32 * swell(time, 9.7) + 44 * swell(time, 4.9), chance);
            long up = rate(1.6 + 1.4 * swell(time, 6.1) + 3.2 * swell(time, 13.3), chance);
            trip = tenth % 10 == 0 ? 22 + chance.nextInt(4) + chance.nextInt(8) / 7 * 9 : trip;
            var sample =
                    new TrafficSample(end - tenth * 100L, 100, down / 10, up / 10, down, up, trip);
            connections.sample(id, sample);
        }
    }

    /** Mostly nothing, and once in a while a hill. */
    private static double swell(double time, double pace) {
        double wave = Math.sin(time / pace) * Math.cos(time / pace / 3);
        return wave > 0 ? wave * wave * (2 - wave) : 0;
    }

    /** Octets a second, unsteady as real traffic is. */
    private static long rate(double megabits, Random chance) {
        return (long) (megabits * 125_000 * (0.84 + 0.32 * chance.nextDouble()));
    }
}
