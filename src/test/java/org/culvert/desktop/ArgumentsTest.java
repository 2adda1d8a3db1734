package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class ArgumentsTest {
    @Test
    void filesAreFoundFromTheFolderOfTheCaller() throws Arguments.Wrong {
        assertEquals(
                List.of(Path.of("/home/a/b.ovpn"), Path.of("/c.ovpn")),
                parse("b.ovpn", "/c.ovpn").files());
    }

    @Test
    void nothingShowsTheWholeWindow() throws Arguments.Wrong {
        assertEquals(Arguments.Shape.WHOLE, parse().shape());
    }

    @Test
    void whatIsHandedOverIsUnderstoodElsewhere() throws Arguments.Wrong {
        Arguments mine = parse("--mini", "b.ovpn");

        Arguments theirs = Arguments.parse(mine.words(), Path.of("/"));

        assertEquals(mine.shape(), theirs.shape());
        assertEquals(mine.files(), theirs.files());
    }

    @Test
    void aSocketIsTaken() throws Arguments.Wrong {
        assertEquals(Path.of("/run/x.sock"), parse("--socket", "/run/x.sock").socket());
    }

    @Test
    void aSocketWithoutAPathIsWrong() {
        assertTrue(wrong("--socket").contains("--socket"));
    }

    @Test
    void anUnknownOptionIsWrong() {
        assertTrue(wrong("--fast").contains("--fast"));
    }

    @Test
    void miniAndHiddenExcludeEachOther() {
        assertTrue(wrong("--mini", "--hidden").contains("exclude"));
    }

    @Test
    void aLinkIsTakenAndHandedOver() throws Arguments.Wrong {
        String link = "openvpn://import-profile/https://a.example/b?token=1";

        Arguments mine = parse(link);

        assertEquals("a.example", mine.links().getFirst().host());
        assertTrue(mine.words().contains(link));
        assertEquals(List.of(), mine.files());
    }

    @Test
    void aLinkThatIsNotHttpsIsWrong() {
        assertTrue(wrong("openvpn://import-profile/http://a.example/b").contains("https"));
        assertTrue(wrong("openvpn://connect/a").contains("link"));
    }

    private static Arguments parse(String... words) throws Arguments.Wrong {
        return Arguments.parse(List.of(words), Path.of("/home/a"));
    }

    private static String wrong(String... words) {
        return assertThrows(Arguments.Wrong.class, () -> parse(words)).toString();
    }
}
