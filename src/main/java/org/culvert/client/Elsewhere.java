package org.culvert.client;

import org.culvert.dbus.Bus;
import org.culvert.dbus.NetworkManagerVpns;
import org.culvert.profile.Luggage;
import org.culvert.profile.NmProfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Profiles that other programs keep on this machine, read with the user's own rights alone. What
 * these do not open is named with the command that would.
 */
public final class Elsewhere {
    private final Path etc;

    /** Looks below {@code etc}, which is {@code /etc}. */
    public Elsewhere(Path etc) {
        this.etc = etc;
    }

    /** Something that was found. */
    public sealed interface Find {}

    /** A profile that can be imported, and whose it is. */
    public record Open(String keeper, Luggage luggage) implements Find {}

    /** What this user may not read, and the command of an administrator that copies it. */
    public record Closed(String what, String command) implements Find {}

    /** Everything there is; {@code buses} leads to NetworkManager, where it runs. */
    public List<Find> look(Stream<Bus> buses) {
        var found = new ArrayList<Find>();
        found.addAll(configurations());
        buses.flatMap(bus -> NetworkManagerVpns.on(bus).stream())
                .map(Elsewhere::connection)
                .forEach(found::add);
        return List.copyOf(found);
    }

    private List<Find> configurations() {
        Path folder = etc.resolve("openvpn/client");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            return List.of(new Closed(folder.toString(), copyAll(folder)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(conf|ovpn)"))
                    .sorted()
                    .map(Elsewhere::configuration)
                    .toList();
        } catch (IOException _) {
            return List.of(new Closed(folder.toString(), copyAll(folder)));
        }
    }

    private static Find configuration(Path file) {
        return Files.isReadable(file)
                ? new Open("OpenVPN", Luggage.of(List.of(file)))
                : new Closed(file.toString(), copy(file));
    }

    private static String copy(Path file) {
        return "sudo install -m 600 -o \"$USER\" '%s' ~/".formatted(file);
    }

    private static String copyAll(Path folder) {
        return "sudo tar -C '%s' -cf - '%s' | tar -C ~ -xf -"
                .formatted(folder.getParent(), folder.getFileName());
    }

    /** Its files are those that it names, wherever they lie. */
    private static Find connection(NetworkManagerVpns.Vpn vpn) {
        NmProfile.Written written = NmProfile.of(vpn.data(), vpn.routesOnly());
        Path file = Path.of("/NetworkManager", vpn.name().replace('/', '-') + ".ovpn");
        var parts = new HashMap<String, Path>();
        written.files().forEach((leaf, path) -> parts.put(leaf, Path.of(path)));
        byte[] octets = written.text().getBytes(StandardCharsets.UTF_8);
        return new Open("NetworkManager", new Luggage(List.of(file), parts, Map.of(file, octets)));
    }
}
