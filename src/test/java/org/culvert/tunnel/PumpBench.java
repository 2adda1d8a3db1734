package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.Links;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;
import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.Opener;
import org.culvert.protocol.data.Sealer;
import org.culvert.protocol.data.StubFraming;
import org.culvert.secret.Secret;
import org.culvert.spec.PacketSizes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Pumps between a TUN and a link in memory, and the peer behind the link. */
final class PumpBench implements Links, PumpListener, AutoCloseable {
    static final int PEER = 5;

    final MemoryPort tun;
    final MemoryPort link;
    final Pumps pumps;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    PumpBench(Transport transport) throws PlatformException {
        tun = new MemoryPort(transport);
        link = new MemoryPort(transport);
        pumps =
                new Pumps(
                        this, System::nanoTime, tun, Line.direct(link), this, PacketSizes.DEFAULT);
        pumps.start("bench");
    }

    static DataKeys keys(int keyId) {
        return new DataKeys(
                DataCipher.AES_256_GCM,
                keyId,
                PEER,
                secret(32, keyId),
                secret(8, keyId + 50),
                secret(32, keyId + 100),
                secret(8, keyId + 150));
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose
    private static DataKeys mirror(DataKeys k) {
        return new DataKeys(
                k.cipher(),
                k.keyId(),
                k.peerId(),
                k.openKey(),
                k.openSecond(),
                k.sealKey(),
                k.sealSecond());
    }

    private static Secret secret(int length, int value) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) (value + 1));
        return Secret.of(octets);
    }

    void install(int keyId) {
        pumps.install(keys(keyId), StubFraming.NONE);
    }

    static Sealer peerSealer(int keyId) {
        return new Sealer(mirror(keys(keyId)), StubFraming.NONE);
    }

    static Opener peerOpener(int keyId) {
        return new Opener(mirror(keys(keyId)), StubFraming.NONE);
    }

    /** A datagram of the peer's. */
    static byte[] sealed(Sealer sealer, byte[] packet) throws GeneralSecurityException {
        byte[] buffer = new byte[Sealer.HEAD_ROOM + packet.length + Sealer.TAIL_ROOM];
        System.arraycopy(packet, 0, buffer, Sealer.HEAD_ROOM, packet.length);
        int length = sealer.seal(buffer, Sealer.HEAD_ROOM, packet.length);
        return Arrays.copyOfRange(buffer, sealer.offset(), sealer.offset() + length);
    }

    /** What the peer makes of a datagram; empty where it drops it. */
    static Optional<byte[]> opened(Opener opener, byte[] datagram) {
        byte[] buffer = Arrays.copyOf(datagram, datagram.length + Opener.TAIL_ROOM);
        int length = opener.open(buffer, 0, datagram.length);
        return length < 0
                ? Optional.empty()
                : Optional.of(
                        Arrays.copyOfRange(buffer, opener.offset(), opener.offset() + length));
    }

    /** An IPv4 packet of {@code length} octets, told from others by {@code mark}. */
    static byte[] packet(int length, int mark) {
        byte[] packet = new byte[length];
        Arrays.fill(packet, (byte) mark);
        packet[0] = 0x45;
        packet[9] = 17;
        return packet;
    }

    /** What the pumps told next, within five seconds. */
    String told() throws InterruptedException {
        return Optional.ofNullable(told.poll(5, TimeUnit.SECONDS)).orElse("nothing");
    }

    boolean nothingTold() {
        return told.isEmpty();
    }

    /** Waits until a counter is as it shall be. */
    boolean counts(Function<Pumps, Long> counter, long value) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end) {
            if (counter.apply(pumps) == value) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    @Override
    public void control(ByteBuffer packet) {
        told.add("control " + packet.remaining());
    }

    @Override
    public void linkFailed(PlatformException why) {
        told.add("failed " + why.getMessage());
    }

    @Override
    public void peerUses(int keyId) {
        told.add("uses " + keyId);
    }

    @Override
    public void keyWorn() {
        told.add("worn");
    }

    @Override
    public void peerLeaves() {
        told.add("leaves");
    }

    @Override
    public void serverMoved(Endpoint remote) {
        told.add("moved");
    }

    @Override
    public void echo(int sequence, long nowNanos) {
        told.add("echo " + sequence);
    }

    @Override
    public Link open(Dial dial) {
        return link;
    }

    @Override
    public TunDevice openTun() {
        return tun;
    }

    @Override
    public Waiter waiterOn(int descriptor) {
        return descriptor == tun.descriptor() ? tun.waiter() : link.waiter();
    }

    @Override
    public void close() {
        pumps.close();
    }
}
