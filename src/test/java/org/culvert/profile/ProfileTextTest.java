package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ProfileTextTest {
    private static final String TEXT = "client\r\nremote vpn.example 1194\r\n";

    @Test
    void aByteOrderMarkIsSkipped() {
        Profile profile = Read.octets(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of("client", "remote"), names(profile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void bothKindsOfUtf16AreConvertedWithAndWithoutTheirMark(String charset) {
        for (String mark : List.of("\ufeff", "")) {
            Profile profile = Read.octets((mark + TEXT).getBytes(Charset.forName(charset)));

            assertEquals(List.of("client", "remote"), names(profile));
            assertEquals(charset, profile.problems().getFirst().detail());
            assertEquals(Problem.Kind.CONVERTED, profile.problems().getFirst().kind());
        }
    }

    @Test
    void aFileWithLoneCarriageReturnsIsConverted() {
        Profile profile = Read.text("client\rremote vpn.example 1194\r");

        assertEquals(List.of("client", "remote"), names(profile));
        assertEquals(Problem.Kind.CONVERTED, profile.problems().getFirst().kind());
    }

    @Test
    void aLoneCarriageReturnIsNoLineEndWhereThereAreOthers() {
        Profile profile = Read.text("client\nremote vpn.example\r1194\n");

        assertEquals(List.of("vpn.example", "1194"), profile.directives().get(1).arguments());
    }

    @Test
    void octetsThatAreNotUtf8AreOldWindowsText() {
        byte[] octets = "client\n# Büro\nremote h 1\n".getBytes(StandardCharsets.ISO_8859_1);

        Profile profile = Read.octets(octets);

        assertEquals(List.of("client", "remote"), names(profile));
        assertEquals("windows-1252", profile.problems().getFirst().detail());
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void whatIsNoProfileIsNamed(FileKind kind) {
        byte[] octets =
                switch (kind) {
                    case EMPTY -> ascii(" \n\t\n");
                    case HTML -> ascii("\n<!DOCTYPE html><html>sign in</html>");
                    case ZIP -> ascii("PK\u0003\u0004rest");
                    case BINARY -> ascii("client\nremote a\0b\n");
                    case TOO_LARGE -> ascii("#".repeat((1 << 20) + 1));
                    case OTHER_TEXT -> ascii("Dear customer, welcome\n");
                };

        assertEquals(new Failure.NotAProfile("test.ovpn", kind), Read.refused(octets));
    }

    @Test
    void aStrayZeroDividesWordsAndMakesNoDataOfAProfile() {
        Profile profile = Read.text("client\n# he\0re" + ".".repeat(100) + "\nremote a\0001194\n");

        assertEquals(List.of("client", "remote"), names(profile));
        assertEquals(List.of("a", "1194"), profile.directives().get(1).arguments());
    }

    @Test
    void exactlyOneMebibyteIsRead() {
        var octets = new ByteArrayOutputStream();
        octets.writeBytes(ascii(TEXT));
        octets.writeBytes(ascii("# comment\n".repeat(200_000)));

        assertEquals(
                List.of("client", "remote"),
                names(Read.octets(java.util.Arrays.copyOf(octets.toByteArray(), 1 << 20))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> names(Profile profile) {
        return profile.directives().stream().map(Directive::name).toList();
    }
}
