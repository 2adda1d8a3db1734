package org.culvert.protocol.tls;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsProtocol;
import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bouncy Castle's non-blocking mode behind {@link TlsEngine}: whatever the peer sends ends in
 * outputs, never in an exception.
 */
final class BouncyTlsEngine implements TlsEngine {
    /** Starts the library's machine; it may throw what it likes. */
    @FunctionalInterface
    interface Start {
        void run() throws IOException;
    }

    private final TlsProtocol protocol;
    private final Start start;
    private final PeerJudge judge;
    private final ContextSource context;
    private final Exports exports;
    private final Records records = new Records();
    private boolean established;
    private boolean failed;

    /** Where the library's context comes from; it exists once the handshake has begun. */
    @FunctionalInterface
    interface ContextSource {
        TlsContext get();
    }

    BouncyTlsEngine(
            TlsProtocol protocol,
            Start start,
            PeerJudge judge,
            ContextSource context,
            Exports exports) {
        this.exports = exports;
        this.protocol = protocol;
        this.start = start;
        this.judge = judge;
        this.context = context;
    }

    @Override
    public List<TlsOutput> start() {
        return drive(start);
    }

    @Override
    public List<TlsOutput> receive(byte[] octets) {
        var outputs = new ArrayList<TlsOutput>();
        if (failed) {
            return outputs;
        }
        if (!records.put(octets)) {
            fail(outputs, Phrase.of(Phrase.Kind.MALFORMED_HANDSHAKE));
            return outputs;
        }
        for (byte[] record : records.whole()) {
            outputs.addAll(drive(() -> protocol.offerInput(record)));
        }
        return outputs;
    }

    @Override
    public List<TlsOutput> send(byte[] plaintext) {
        return drive(() -> protocol.writeApplicationData(plaintext, 0, plaintext.length));
    }

    @Override
    public Secret export(Exporter which) {
        return exports.get(which);
    }

    @Override
    public void close() {
        failed = true;
        exports.wipe();
        try {
            protocol.close();
        } catch (IOException | RuntimeException _) {
            // nobody is left to tell
        }
    }

    private List<TlsOutput> drive(Start step) {
        var outputs = new ArrayList<TlsOutput>();
        if (failed) {
            return outputs;
        }
        try {
            step.run();
            collect(outputs);
            if (protocol.isClosed()) {
                fail(outputs, Phrase.of(Phrase.Kind.CLOSED_BY_SERVER));
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            drainQuietly(outputs);
            fail(outputs, reason(e));
        }
        return outputs;
    }

    private void collect(List<TlsOutput> outputs) {
        drain(outputs);
        if (!established && protocol.isConnected()) {
            established = true;
            outputs.add(new TlsOutput.Established(facts()));
        }
        int waiting = protocol.getAvailableInputBytes();
        if (waiting > 0) {
            byte[] plaintext = new byte[waiting];
            protocol.readInput(plaintext, 0, waiting);
            outputs.add(new TlsOutput.Plaintext(ByteBuffer.wrap(plaintext)));
        }
    }

    private void drain(List<TlsOutput> outputs) {
        int waiting = protocol.getAvailableOutputBytes();
        if (waiting > 0) {
            byte[] octets = new byte[waiting];
            protocol.readOutput(octets, 0, waiting);
            outputs.add(new TlsOutput.Octets(ByteBuffer.wrap(octets)));
        }
    }

    private void drainQuietly(List<TlsOutput> outputs) {
        try {
            drain(outputs);
        } catch (RuntimeException _) {
            // the alert is lost, the failure is not
        }
    }

    private void fail(List<TlsOutput> outputs, Phrase reason) {
        failed = true;
        outputs.add(
                new TlsOutput.Failed(judge.verdict().orElse(new Failure.HandshakeFailed(reason))));
    }

    private TlsFacts facts() {
        var agreed = context.get().getSecurityParametersConnection();
        String version = agreed.getNegotiatedVersion().getName().replace("TLS ", "TLSv");
        return new TlsFacts(
                version,
                Suites.name(agreed.getCipherSuite()),
                Groups.name(agreed.getNegotiatedGroup()));
    }

    private static Phrase reason(Throwable cause) {
        return switch (cause) {
            case TlsFatalAlertReceived alert ->
                    Phrase.of(Phrase.Kind.ALERT_OF_SERVER, words(alert.getAlertDescription()));
            case TlsFatalAlert alert ->
                    Phrase.of(
                            Phrase.Kind.ALERT_OF_OURS,
                            words(alert.getAlertDescription()) + detail(alert));
            default -> Phrase.of(Phrase.Kind.MALFORMED_HANDSHAKE);
        };
    }

    private static String words(short alert) {
        return AlertDescription.getName(alert).replace('_', ' ');
    }

    /** The library writes the alert's name and number, a semicolon, and its reason. */
    private static String detail(TlsFatalAlert alert) {
        String message = String.valueOf(alert.getMessage());
        int reason = message.indexOf("; ");
        return reason < 0 ? "" : ": " + message.substring(reason + 2);
    }
}
