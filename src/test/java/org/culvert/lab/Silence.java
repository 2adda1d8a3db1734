package org.culvert.lab;

/** A port of the server's namespace that nothing arrives at, until this is closed. */
final class Silence implements AutoCloseable {
    private final Lab lab;

    Silence(Lab lab, int port) {
        this.lab = lab;
        lab.there(
                        "nft 'add table ip quiet; add chain ip quiet in { type filter hook input"
                                + " priority 0; }; add rule ip quiet in udp dport "
                                + port
                                + " drop'")
                .must();
    }

    @Override
    public void close() {
        lab.there("nft delete table ip quiet").must();
    }
}
