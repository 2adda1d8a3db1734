package org.culvert.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.culvert.net.Cidr;
import org.culvert.net.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

class OptionsTest {
    private static Options of(String words) {
        return Options.parse(List.of(words.split(" ")));
    }

    @Test
    void aFolderIsEnough() {
        Options options = of("--practice --dir /srv/practice");

        assertEquals(Path.of("/srv/practice"), options.folder());
        assertEquals("0.0.0.0:1194", options.listen().toString());
        assertEquals(Transport.UDP, options.transport());
        assertEquals(Cidr.literal("10.98.0.0/24"), options.network());
    }

    @Test
    void everythingCanBeNamed() {
        Options options =
                of(
                        "--practice --dir d --listen 192.0.2.1:443 --proto tcp --network"
                                + " 10.7.0.9/28 --route 10.9.0.0/16 --route 2001:db8::/32");

        assertEquals("192.0.2.1:443", options.listen().toString());
        assertEquals(Transport.TCP, options.transport());
        assertEquals(Cidr.literal("10.7.0.0/28"), options.network());
        assertEquals(2, options.routes().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dir d",
                "--practice",
                "--practice --dir",
                "--practice --dir d --listen 192.0.2.1",
                "--practice --dir d --proto sctp",
                "--practice --dir d --network 10.7.0.0/29",
                "--practice --dir d --network 2001:db8::/64",
                "--practice --dir d --route nowhere",
                "--practice --dir d --dance"
            })
    void anythingElseIsRefused(String words) {
        assertThrows(IllegalArgumentException.class, () -> of(words));
    }
}
