package org.culvert.client;

import org.culvert.keys.TestPki;
import org.culvert.profile.store.Marks;
import org.culvert.profile.store.StoredProfile;
import org.culvert.spec.Protection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Profiles made on the spot; their certificates are good at {@link TestPki#NOW}. */
public final class TestProfiles {
    private static final TestPki.Party AUTHORITY = TestPki.authority();
    private static final TestPki.Party ANNA =
            TestPki.make().subject("CN=anna").client().by(AUTHORITY);

    private TestProfiles() {}

    /** A text that can be connected, with these lines more. */
    public static String text(String... lines) {
        return with(ANNA, "remote-cert-tls server\n" + String.join("\n", lines));
    }

    /** One that does not say how to know its server. */
    public static String unverified() {
        return with(ANNA, "");
    }

    /** One whose own certificate has ended. */
    public static String ended() {
        var old =
                TestPki.make()
                        .subject("CN=anna")
                        .client()
                        .valid(Duration.ofDays(-20), Duration.ofDays(-10))
                        .by(AUTHORITY);
        return with(old, "remote-cert-tls server");
    }

    /** One whose own certificate ends soon. */
    public static String endingIn(Duration days) {
        var old =
                TestPki.make()
                        .subject("CN=anna")
                        .client()
                        .valid(Duration.ofDays(-20), days)
                        .by(AUTHORITY);
        return with(old, "remote-cert-tls server");
    }

    private static String with(TestPki.Party own, String lines) {
        return """
        client
        dev tun
        remote vpn.example.org 1194 udp
        %s
        <ca>
        %s</ca>
        <cert>
        %s</cert>
        <key>
        %s</key>
        """
                .formatted(
                        lines,
                        AUTHORITY.pem(),
                        own.pem(),
                        new String(own.keyPem().copy(), StandardCharsets.UTF_8));
    }

    /** A stored profile with that name and text. */
    public static StoredProfile stored(String name, String text) {
        return stored(new UUID(0, 1), name, text);
    }

    /** The same with that id. */
    public static StoredProfile stored(UUID id, String name, String text) {
        return new StoredProfile(
                id.toString(),
                name,
                "file.ovpn",
                text,
                text,
                0,
                0,
                false,
                Protection.USUAL,
                Marks.NONE);
    }
}
