package org.culvert.helper;

import org.culvert.perf.TrafficSample;
import org.culvert.platform.PlatformException;
import org.culvert.platform.linux.FileJournal;
import org.culvert.platform.linux.HostsAndDns;
import org.culvert.platform.linux.LinuxNetwork;
import org.culvert.platform.linux.LinuxNetworkEvents;
import org.culvert.platform.linux.LinuxPlatform;
import org.culvert.platform.linux.LogindSessions;
import org.culvert.tunnel.Enclosure;
import org.culvert.tunnel.Machine;
import org.culvert.tunnel.Pumps;
import org.culvert.tunnel.Recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * {@code culvert-helper [--socket PATH] [--state DIR] [--owner UID]}: the privileged process, in
 * the foreground, its diary on stderr. Exit codes: 2 usage, 50 socket in use, 60 the system
 * refused.
 */
public final class Main {
    private static final int MARK = 0x6376;
    private static final long SAMPLE_MILLIS = 100;

    private Main() {}

    /** Starts the helper; returns when it was asked to end. */
    public static void main(String[] args) {
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println("culvert-helper: " + e.getMessage());
            System.err.println("usage: culvert-helper [--socket PATH] [--state DIR] [--owner UID]");
            System.exit(2);
            return;
        }
        try {
            run(options);
        } catch (IOException e) {
            System.err.println("culvert-helper: " + options.socket() + ": " + e.getMessage());
            System.exit(50);
        } catch (PlatformException e) {
            System.err.println("culvert-helper: " + e.getMessage());
            System.exit(60);
        }
    }

    private static void run(Options options) throws IOException, PlatformException {
        var diary = new Diary();
        LinuxPlatform.protectMemory();
        Path state = stateFolder(options.state());
        var platform = new LinuxPlatform();
        var journal = FileJournal.open(state);
        var network = LinuxNetwork.open(state);
        List<String> recovered = Recovery.run(network, journal);
        if (!recovered.isEmpty()) {
            diary.write("undone what an earlier run left: " + String.join(", ", recovered));
        }
        var random = new SecureRandom();
        var resolver = new HostsAndDns(platform, MARK, state, random);
        var machine =
                new Machine(
                        platform,
                        (tun, line, listener, sizes) ->
                                new Pumps(platform, platform, tun, line, listener, sizes),
                        network,
                        new Enclosure(),
                        journal,
                        resolver,
                        platform,
                        random,
                        MARK);
        var callers =
                new Callers(options.owner(), Path.of("/etc/group"), LogindSessions.ofThisMachine());
        var tunnels = new Tunnels(machine, diary, callers);
        if (Door.served(options.socket())) {
            throw new IOException("another helper answers there");
        }
        Door door = Door.open(options.socket(), callers::mayUse, tunnels, diary);
        endGracefully(door, tunnels, diary);
        sample(door, tunnels);
        listenToNetwork(tunnels, diary);
        diary.write("listening at " + options.socket());
        door.run();
    }

    private static void listenToNetwork(Tunnels tunnels, Diary diary) {
        Thread.ofPlatform()
                .name("network")
                .daemon()
                .start(() -> {
                    try (var events = LinuxNetworkEvents.open()) {
                        while (true) {
                            tunnels.networkChanged(events.await());
                        }
                    } catch (PlatformException e) {
                        diary.write("changes of the network are not heard: " + e.getMessage());
                    }
                });
    }

    private static void sample(Door door, Tunnels tunnels) {
        var timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> Thread.ofPlatform().name("samples").daemon().unstarted(task));
        var _ =
                timer.scheduleAtFixedRate(
                        () -> sampleOnce(door, tunnels),
                        SAMPLE_MILLIS,
                        SAMPLE_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private static void sampleOnce(Door door, Tunnels tunnels) {
        for (LiveTunnel tunnel : tunnels.all()) {
            TrafficSample sample = tunnel.sample();
            var seen = new java.util.concurrent.atomic.AtomicBoolean();
            door.toClients(client -> {
                client.sample(tunnel, sample);
                if (client.watches()) {
                    seen.set(true);
                }
            });
            tunnel.runner().watched(seen.get());
        }
    }

    private static void endGracefully(Door door, Tunnels tunnels, Diary diary) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("end")
                                .unstarted(() -> {
                                    try {
                                        tunnels.close();
                                        door.close();
                                        diary.write("ended");
                                    } catch (IOException | InterruptedException e) {
                                        diary.write("end: " + e.getMessage());
                                    }
                                }));
    }

    /** Nobody else may read or plant anything there (security R24). */
    private static Path stateFolder(Path state) throws IOException {
        var own = PosixFilePermissions.fromString("rwx------");
        if (!Files.isDirectory(state, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(state, PosixFilePermissions.asFileAttribute(own));
        }
        Files.setPosixFilePermissions(state, own);
        return state;
    }
}
