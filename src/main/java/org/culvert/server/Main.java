package org.culvert.server;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.platform.Arrival;
import org.culvert.platform.Entrance;
import org.culvert.platform.PlatformException;
import org.culvert.platform.linux.LinuxNetwork;
import org.culvert.platform.linux.LinuxPlatform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@code culvert-server --practice --dir DIR [--listen ADDR:PORT] [--proto udp|tcp] [--network
 * CIDR] [--route CIDR]...}: a small server in the foreground, its diary on stderr. Exit codes: 2
 * usage, 40 the folder cannot be used, 60 the system refused.
 */
public final class Main {
    private static final String USAGE =
            "usage: culvert-server --practice --dir DIR [--listen ADDR:PORT] [--proto udp|tcp]"
                    + " [--network CIDR] [--route CIDR]...";

    private Main() {}

    /** Starts the server; returns when it was asked to end. */
    public static void main(String[] args) throws InterruptedException {
        try {
            run(Options.parse(List.of(args)));
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage() + System.lineSeparator() + USAGE);
        } catch (PracticeFolder.Unusable e) {
            fail(40, e.getMessage());
        } catch (IOException e) {
            fail(40, e.toString());
        } catch (PlatformException e) {
            fail(60, e.getMessage());
        }
    }

    private static void fail(int code, @org.jspecify.annotations.Nullable String why) {
        System.err.println("culvert-server: " + why);
        System.exit(code);
    }

    private static void run(Options options)
            throws IOException, PlatformException, PracticeFolder.Unusable, InterruptedException {
        var random = new SecureRandom();
        var folder = new PracticeFolder(options.folder());
        boolean made = folder.fill(Instant.now(), random);
        PracticeFolder.Keys keys = folder.keys();
        LinuxPlatform.protectMemory();
        var platform = new LinuxPlatform();
        var network = LinuxNetwork.open(options.folder());
        long wallAtZero = System.currentTimeMillis() - platform.nanos() / 1_000_000;
        var sessions = new Sessions(keys, options.transport(), random, wallAtZero);
        var ground = new Ground(platform, platform, network, new PassingJournal());
        var server = new Server(ground, sessions::create, keys.account(), options, Main::write);
        Entrance entrance = platform.listen(options.listen(), options.transport());
        Path profile = profile(options, folder);
        write((made ? "made " : "found ") + options.folder() + ", clients import " + profile);
        endGracefully(server, entrance);
        admit(entrance, server);
        write("listening at " + options.listen() + " " + options.transport());
        server.run();
    }

    private static Path profile(Options options, PracticeFolder folder) throws IOException {
        Endpoint reached = new Endpoint(reached(options.listen()), options.listen().port());
        var profile = new PracticeProfile(folder, reached, options.transport());
        return folder.write("practice.ovpn", profile.text());
    }

    /**
     * Where clients find a server that listens at all addresses: the first that is not loopback.
     */
    private static IpAddress reached(Endpoint listen) throws IOException {
        if (!listen.address().equals(IpAddress.literal("0.0.0.0"))) {
            return listen.address();
        }
        Optional<IpAddress> own =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .map(InetAddress::getAddress)
                        .filter(octets -> octets.length == 4)
                        .map(IpAddress::of)
                        .findFirst();
        return own.orElse(IpAddress.literal("127.0.0.1"));
    }

    private static void admit(Entrance entrance, Server server) {
        Thread.ofPlatform()
                .name("entrance")
                .daemon()
                .start(() -> {
                    try {
                        Optional<Arrival> next = entrance.await();
                        while (next.isPresent()) {
                            server.knock(next.get());
                            next = entrance.await();
                        }
                    } catch (PlatformException e) {
                        write(String.valueOf(e.getMessage()));
                        server.stop();
                    }
                });
    }

    private static void endGracefully(Server server, Entrance entrance) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("end")
                                .unstarted(() -> {
                                    entrance.close();
                                    server.stop();
                                    try {
                                        main.join(3000);
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));
    }

    private static void write(String text) {
        System.err.println(
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + text);
    }
}
