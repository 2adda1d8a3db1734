package org.culvert.protocol.tls;

import org.culvert.keys.TestPki;
import org.culvert.keys.TestPki.Party;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What two ends are told, with good values to begin with; each method changes one thing. */
record Ends(
        Optional<TlsParameters.Identity> identity,
        PeerCheck check,
        int minVersion,
        int maxVersion,
        List<Integer> groups,
        List<Integer> suites) {
    /** The authority of all. */
    static final Party CA = TestPki.authority();

    static Ends any() {
        return new Ends(Optional.empty(), PeerCheck.CHAIN_ONLY, 12, 13, Groups.DEFAULT, List.of());
    }

    Ends version(int version) {
        return new Ends(identity, check, version, version, groups, suites);
    }

    Ends groups(Integer... chosen) {
        return new Ends(identity, check, minVersion, maxVersion, List.of(chosen), suites);
    }

    Ends suites(String... names) {
        return new Ends(
                identity, check, minVersion, maxVersion, groups, Suites.named(List.of(names)));
    }

    /** With a certificate, and those between it and the authority. */
    Ends as(Party... chain) {
        var certificates = Arrays.stream(chain).map(Party::certificate).toList();
        var ours = new TlsParameters.Identity(certificates, chain[0].key());
        return new Ends(Optional.of(ours), check, minVersion, maxVersion, groups, suites);
    }

    TlsEngine client() {
        return BouncyTlsEngines.client(parameters(), new SecureRandom())
                .create(TestPki.NOW.toEpochMilli());
    }

    TlsEngine server() {
        return server(false);
    }

    TlsEngine server(boolean certificateRequired) {
        return BouncyTlsEngines.server(parameters(), new SecureRandom(), certificateRequired)
                .create(TestPki.NOW.toEpochMilli());
    }

    TlsParameters parameters() {
        return new TlsParameters(
                List.of(CA.certificate()), identity, check, minVersion, maxVersion, groups, suites);
    }
}
