package org.culvert.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class CallersTest {
    @TempDir Path folder;
    private final AtomicInteger asked = new AtomicInteger();

    private static UserPrincipal user(String who) throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(who);
    }

    private Callers callers(String owner, Long... sitting) throws IOException {
        return new Callers(
                owner,
                folder.resolve("group"),
                () -> {
                    asked.incrementAndGet();
                    return Set.of(sitting);
                });
    }

    private void groups(String text) throws IOException {
        Files.writeString(folder.resolve("group"), text);
    }

    @Test
    void rootAndTheOwnerMayAndNobodyElseIsAsked() throws IOException {
        Callers callers = callers("4242");

        assertTrue(callers.mayUse(user("0")));
        assertTrue(callers.mayUse(user("4242")));
        assertEquals(0, asked.get());
        assertFalse(callers.mayUse(user("4243")));
    }

    @Test
    void withoutAnOwnerOnlyRootIsAlwaysLetIn() throws IOException {
        assertTrue(callers("").mayUse(user("0")));
        assertFalse(callers("").mayUse(user("4242")));
    }

    @Test
    void aFreshMemberOfTheGroupMayAtOnce() throws IOException {
        Callers callers = callers("");
        groups("root:x:0:\nculvert:x:990:daemon\n");
        assertFalse(callers.mayUse(user("nobody")));

        groups("root:x:0:\nculvert:x:990:daemon,nobody\n");

        assertTrue(callers.mayUse(user("nobody")));
        assertTrue(callers.mayUse(user("daemon")));
    }

    @Test
    void anotherGroupOrAHalfLineLetsNobodyIn() throws IOException {
        for (String text :
                new String[] {
                    "culvert2:x:990:nobody\n",
                    "xculvert:x:990:nobody\n",
                    "users:x:990:nobody,culvert\n",
                    "culvert:x:990\n",
                    "culvert:x:990:nobodyelse\n",
                    "culvert:x:990:\n",
                    ""
                }) {
            groups(text);
            assertFalse(callers("").mayUse(user("nobody")), text);
        }
    }

    @Test
    void aDatabaseThatIsNoTextLetsNobodyIn() throws IOException {
        Files.write(
                folder.resolve("group"),
                "culvert:x:990:nobody\n\u00ff\u00fe\n".getBytes(StandardCharsets.ISO_8859_1));

        assertFalse(callers("").mayUse(user("4243")));
    }

    @Test
    void whoSitsAtThisMachineMay() throws IOException {
        assertTrue(callers("", 4242L, 17L).mayUse(user("4242")));
        assertFalse(callers("", 4242L, 17L).mayUse(user("4243")));
    }

    @Test
    void onlyTheOwnerOfATunnelAndRootSeeIt() throws IOException {
        Callers callers = callers("4242", 4243L);

        assertTrue(callers.owns(user("4242"), user("4242")));
        assertTrue(callers.owns(user("0"), user("4242")));
        assertFalse(callers.owns(user("4242"), user("4243")));
        assertFalse(callers.owns(user("4242"), user("0")));
    }
}
