package org.culvert.platform.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's reverse-path filter (ip-sysctl: {@code rp_filter}, {@code src_valid_mark}): with
 * policy routing it drops the server's answers unless it may look at their mark.
 */
final class ReversePath {
    private ReversePath() {}

    /**
     * Whether an answer on some uplink would be dropped.
     *
     * @param settings the folder with a folder for each device, {@code /proc/sys/net/ipv4/conf}
     */
    static boolean dropsAnswers(Path settings) {
        if (number(settings, "all", "src_valid_mark") != 0) {
            return false;
        }
        int everywhere = number(settings, "all", "rp_filter");
        return devices(settings).stream()
                .anyMatch(device ->
                        Math.max(everywhere, number(settings, device, "rp_filter")) != 0
                                && number(settings, device, "src_valid_mark") == 0);
    }

    private static List<String> devices(Path settings) {
        try (Stream<Path> folders = Files.list(settings)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !List.of("all", "default", "lo").contains(name))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static int number(Path settings, String device, String name) {
        try {
            return Integer.parseInt(
                    Files.readString(settings.resolve(device).resolve(name)).strip());
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
