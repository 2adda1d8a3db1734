package org.culvert.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class ProfileLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://vpn.example.org/rest/GetProfile?t=1, vpn.example.org, GetProfile",
        "https://vpn.example.org:8443/a/office.ovpn, vpn.example.org:8443, office.ovpn",
        "https://vpn.example.org:443/, vpn.example.org, vpn.example.org",
        "HTTPS://vpn.example.org/x, vpn.example.org, x",
    })
    void hasAHostAndAName(String address, String host, String name) {
        ProfileLink link = ProfileLink.of("openvpn://import-profile/" + address).orElseThrow();

        assertEquals(host, link.host());
        assertEquals(name, link.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://vpn.example.org/a.ovpn",
                "openvpn://import-profile/",
                "openvpn://import-profile/http://vpn.example.org/a.ovpn",
                "openvpn://import-profile/file:///etc/passwd",
                "openvpn://import-profile/https:///a",
                "openvpn://import-profile/https://user:pass@vpn.example.org/a",
                "openvpn://import-profile/https://vpn example.org/a",
                "openvpn://other/https://vpn.example.org/a",
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), ProfileLink.of(text));
    }

    @Test
    void aTokenIsNotPrinted() {
        ProfileLink link =
                ProfileLink.of("openvpn://import-profile/https://a.example/?token=secret")
                        .orElseThrow();

        assertFalse(link.toString().contains("secret"));
        assertEquals("openvpn://import-profile/https://a.example/?token=secret", link.text());
    }
}
