package org.culvert.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Party;
import org.culvert.protocol.tls.BouncyTlsEngines;
import org.culvert.protocol.tls.Groups;
import org.culvert.protocol.tls.PeerCheck;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.tls.TlsParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** The simulation with real TLS and a long chain of certificates, for a few seeds. */
class RealTlsTest {
    private static final Party CA = TestPki.authority();
    private static final Party MIDDLE =
            TestPki.make()
                    .subject("CN=Middle")
                    .key("RSA", 2048, "SHA256withRSA")
                    .authority()
                    .by(CA);
    private static final Party SERVER = TestPki.make().key("RSA", 2048, "SHA256withRSA").by(MIDDLE);
    private static final Party CLIENT = TestPki.make().subject("CN=me").client().by(CA);

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 12).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void connectsAndRenewsOverABadNetworkOrSaysWhyNot(long seed) {
        var random = new Random(seed);
        var terms = new Pair.Terms();
        terms.seed = seed;
        terms.tls = Optional.of(side -> engines(side, seed % 2 == 0 ? 13 : 12));
        terms.network = Network.bad(random, random.nextInt(20), 0);
        var pair = new Pair(terms);
        pair.start();
        pair.runUntil(() -> pair.client.ended || (pair.client.up() && pair.server.up()), 130);
        if (pair.client.ended) {
            return;
        }
        pair.client(new Event.KeyWorn());
        pair.runUntil(() -> pair.client.all(Effect.Secured.class).size() == 2, 100);
        pair.run(1);
        pair.traffic();
        pair.run(4);

        assertTrue(pair.client.ended || pair.client.all(Effect.Secured.class).size() == 2);
        var facts = pair.client.all(Effect.Secured.class).getFirst().facts();
        assertEquals(seed % 2 == 0 ? "TLSv1.3" : "TLSv1.2", facts.version());
    }

    private static TlsEngines engines(Side side, int version) {
        return side == Side.CLIENT
                ? BouncyTlsEngines.client(parameters(version, CLIENT), new SecureRandom())
                : BouncyTlsEngines.server(
                        parameters(version, SERVER, MIDDLE), new SecureRandom(), true);
    }

    private static TlsParameters parameters(int version, Party... chain) {
        var certificates = Arrays.stream(chain).map(Party::certificate).toList();
        var identity = new TlsParameters.Identity(certificates, chain[0].key());
        return new TlsParameters(
                List.of(CA.certificate()),
                Optional.of(identity),
                PeerCheck.CHAIN_ONLY,
                version,
                version,
                Groups.DEFAULT,
                List.of());
    }
}
