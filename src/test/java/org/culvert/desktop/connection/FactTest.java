package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.culvert.desktop.Sample;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.profile.store.Marks;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class FactTest {
    private final Look look = Sample.look(Locale.ENGLISH);

    @Test
    void protocolVersionsAreWrittenAsPeopleWriteThem() {
        assertEquals("TLS 1.3", Fact.tls("TLSv1.3"));
        assertEquals("TLS 1.2", Fact.tls("TLS 1.2"));
        assertNull(Fact.tls(null));
    }

    @Test
    void serversFollowTheirHost() {
        assertEquals("vpn.example · UDP 1194", server(List.of("UDP 1194")));
        assertEquals(
                "vpn.example · UDP 1194, then TCP 443", server(List.of("UDP 1194", "TCP 443")));
        assertEquals("vpn.example", server(List.of()));
    }

    @Test
    void aSignInIsOneSentence() {
        assertEquals("Certificate “anna”", signIn(Optional.of("anna"), false, false));
        assertEquals("User name and password", signIn(Optional.empty(), true, false));
        assertEquals(
                "Certificate “anna”, user name and password, remembered",
                signIn(Optional.of("anna"), true, true));
        assertEquals("Nothing is asked", signIn(Optional.empty(), false, false));
    }

    private String server(List<String> remotes) {
        return value("Server", card(remotes, Optional.empty(), false, false));
    }

    private String signIn(Optional<String> certificate, boolean password, boolean known) {
        return value("Sign-in", card(List.of("UDP 1194"), certificate, password, known));
    }

    private String value(String name, ProfileCard card) {
        return Fact.before(card, look).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static ProfileCard card(
            List<String> remotes, Optional<String> certificate, boolean password, boolean known) {
        return new ProfileCard(
                "p",
                "Office",
                "vpn.example",
                remotes,
                ProfileCard.Traffic.AS_TOLD,
                certificate,
                Optional.empty(),
                password,
                known,
                true,
                Optional.empty(),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }
}
