package org.culvert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.client.TestProfiles;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.FileKind;
import org.culvert.keys.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

class CheckTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "tap, draft, CFG-1, 40, This profile needs something that Culvert does not do",
        "page, refused, CFG-3, 40, This file is not a VPN profile",
        "wrongkey, draft, CFG-4, 40, The private key does not belong to the certificate",
        "server, draft, CFG-5, 40, 'This file sets up a server, not a connection'",
        "noca, draft, CFG-6, 40, A part of this profile is missing",
        "absent, refused, CFG-7, 40, This file cannot be read",
        "cipher, draft, CIP-1, 40, This profile asks for encryption that is not safe",
        "good, importable, , 0,",
    })
    void saysVerdictCodeAndSentence(
            String kind, String verdict, String code, int exit, String sentence)
            throws IOException, Usage {
        Path file = write(kind);

        Spoken plain = Spoken.run(Locale.UK, "check", file.toString());
        Spoken data = Spoken.run(Locale.UK, "--json", "check", file.toString());

        assertEquals(exit, plain.exit());
        assertEquals(exit, data.exit());
        assertTrue(plain.out().startsWith(file + ": " + verdict + "\n"), plain.out());
        JsonNode json = JsonMapper.builder().build().readTree(data.out());
        assertEquals(verdict, json.get("verdict").asString());
        assertEquals(code == null, json.get("failure").isNull());
        if (code != null) {
            assertTrue(plain.err().contains(code + "  " + sentence), plain.err());
            assertEquals(code, json.get("failure").get("code").asString());
            assertTrue(json.get("failure").get("text").asString().startsWith(sentence));
        }
    }

    @Test
    void aCertificateThatEndsSoonIsSaidAndIsNoObstacle() throws IOException, Usage {
        Duration left = Duration.between(TestPki.NOW, Instant.now()).plusDays(6);
        Path file =
                Files.writeString(
                        folder.resolve("soon.ovpn"), TestProfiles.endingIn(left.plusHours(1)));

        Spoken plain = Spoken.run(Locale.UK, "check", file.toString());
        Spoken data = Spoken.run(Locale.UK, "--json", "check", file.toString());

        assertEquals(0, plain.exit());
        assertTrue(plain.out().contains("TLS-6 Days until your certificate ends: 6"), plain.out());
        JsonNode notice = JsonMapper.builder().build().readTree(data.out()).get("notice");
        assertEquals("TLS-6", notice.get("code").asString());
    }

    @Test
    void theReportSaysWhatTheProfileMeans() throws IOException, Usage {
        Path file = write("good");

        String english = Spoken.run(Locale.UK, "check", file.toString()).out();
        String chinese = Spoken.run(Locale.SIMPLIFIED_CHINESE, "check", file.toString()).out();

        assertTrue(english.contains("  Traffic: Everything will use the VPN\n"), english);
        assertTrue(english.contains("  Legacy: AES-256-CBC: only if"), english);
        assertTrue(english.contains("good.ovpn:7:1  up  would run a program"), english);
        assertTrue(chinese.contains("  流量: 全部流量都将经过 VPN\n"), chinese);
    }

    @Test
    void theReportAsDataHasEveryPlace() throws IOException, Usage {
        JsonNode json =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                Spoken.run(Locale.UK, "--json", "check", write("good").toString())
                                        .out());

        assertEquals(
                Set.of("file", "verdict", "failure", "notice", "summary", "problems"),
                Set.copyOf(json.propertyNames()));
        JsonNode problem = json.get("problems").get(0);
        assertEquals("good.ovpn", problem.get("file").asString());
        assertEquals(7, problem.get("line").asInt());
        assertEquals(1, problem.get("column").asInt());
        assertEquals("up", problem.get("option").asString());
        assertEquals("warning", problem.get("severity").asString());
        JsonNode summary = json.get("summary");
        assertEquals("everything", summary.get("traffic").asString());
        assertEquals("vpn.example.org", summary.get("servers").get(0).get("host").asString());
        assertEquals("udp", summary.get("servers").get(0).get("proto").asString());
        assertEquals("anna", summary.get("certificate").get("name").asString());
        assertEquals("cbc", summary.get("legacy").get(0).get("kind").asString());
    }

    @Test
    void theFirstFailureOfSeveralFilesDecides() throws IOException, Usage {
        Spoken all =
                Spoken.run(Locale.UK, "check", write("good").toString(), write("page").toString());

        assertEquals(40, all.exit());
        assertTrue(all.out().contains("good.ovpn: importable"), all.out());
        assertTrue(all.err().contains(text(new Failure.NotAProfile("page.ovpn", FileKind.HTML))));
    }

    private static String text(Failure failure) {
        return FailureText.of(failure, Locale.UK).text();
    }

    private Path write(String kind) throws IOException {
        String good = TestProfiles.text("cipher AES-256-CBC", "redirect-gateway", "up /bin/true");
        String text =
                switch (kind) {
                    case "tap" -> TestProfiles.text("dev tap");
                    case "page" -> "<!DOCTYPE html><html></html>";
                    case "wrongkey" -> good.replaceAll("(?s)<key>.*</key>", foreignKey());
                    case "server" -> "dev tun\nserver 10.0.0.0 255.0.0.0\n";
                    case "noca" -> good.replaceAll("(?s)<ca>.*</ca>", "");
                    case "cipher" -> TestProfiles.text("cipher BF-CBC");
                    default -> good;
                };
        Path file = folder.resolve(kind + ".ovpn");
        return kind.equals("absent") ? file : Files.writeString(file, text);
    }

    private static String foreignKey() {
        byte[] pem = TestPki.authority().keyPem().copy();
        return "<key>\n" + new String(pem, StandardCharsets.UTF_8) + "</key>";
    }
}
