package org.culvert.build;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of rooms and arrows as data: who may know whom, and where each library lives. */
final class House {
    static final String ROOT = "org.culvert.";

    private static final String USER_SIDE =
            "ipc profile profile.store spec keys net perf prompt dbus secret failure";

    /** Each room and the rooms it may use; a room below another never appears in its row. */
    static final Map<String, List<String>> ROOMS =
            rooms(
                    entry("net", ""),
                    entry("secret", ""),
                    entry("packet", ""),
                    entry("perf", ""),
                    entry("failure", "net"),
                    entry("prompt", "secret"),
                    entry("plan", "net"),
                    entry("keys", "secret"),
                    entry("dbus", "failure secret"),
                    entry("spec", "net keys prompt secret"),
                    entry("profile", "spec net keys prompt secret failure"),
                    entry("profile.store", "spec"),
                    entry("protocol.wire", "secret"),
                    entry("protocol.reliable", "protocol.wire"),
                    entry("protocol.tls", "keys secret failure"),
                    entry("protocol.proxy", "net secret failure"),
                    entry("protocol.data", "protocol.wire secret"),
                    entry(
                            "protocol.control",
                            "protocol.wire protocol.data net prompt secret failure"),
                    entry(
                            "protocol.session",
                            "protocol.wire protocol.reliable protocol.tls protocol.data"
                                    + " protocol.control spec net keys prompt secret failure"),
                    entry("platform", "net plan failure"),
                    entry("platform.linux", "platform net plan packet dbus failure"),
                    entry(
                            "tunnel",
                            "protocol.wire protocol.tls protocol.proxy protocol.data"
                                    + " protocol.control protocol.session platform spec plan packet"
                                    + " perf prompt net secret failure"),
                    entry("ipc", "spec net keys perf prompt secret failure"),
                    entry("helper", "tunnel ipc spec net perf prompt secret failure platform"),
                    entry(
                            "server",
                            "tunnel platform protocol.wire protocol.tls protocol.control"
                                    + " protocol.session spec plan keys prompt net secret failure"),
                    entry("client", USER_SIDE),
                    entry("cli", "client " + USER_SIDE),
                    entry("desktop", "client " + USER_SIDE));

    /** Arrows that the design gives to rooms that still grow, and that nobody has needed so far. */
    static final List<String> TO_COME =
            List.of(
                    "dbus -> failure",
                    "dbus -> secret",
                    "ipc -> keys",
                    "helper -> prompt",
                    "helper -> secret",
                    "client -> net",
                    "client -> perf",
                    "client -> prompt",
                    "client -> dbus",
                    "client -> secret",
                    "cli -> keys",
                    "cli -> dbus");

    /** Classes that assemble a process and so may see the one platform of this machine. */
    static final Map<String, String> ASSEMBLERS =
            Map.of(
                    "org.culvert.helper.Main",
                    "platform.linux",
                    "org.culvert.server.Main",
                    "platform.linux");

    /** Where the packages of a library may be used; the arrow is by the package's beginning. */
    static final Map<String, List<String>> LIBRARIES =
            rooms(
                    entry("javafx.", "desktop"),
                    entry("org.controlsfx.", "desktop"),
                    entry("atlantafx.", "desktop"),
                    entry("com.sun.jna", "platform.linux"),
                    entry("org.bouncycastle.tls", "protocol.tls"),
                    entry("org.bouncycastle.", "keys protocol.tls"),
                    entry("tools.jackson.", "ipc profile.store"),
                    entry("com.fasterxml.jackson.", "ipc profile.store"),
                    entry("org.freedesktop.dbus", "dbus"),
                    entry("javax.crypto", "protocol.data protocol.wire protocol.control dbus"));

    /** The rooms whose classes decide and never act. */
    private static final List<String> PURE =
            List.of(
                    "net",
                    "failure",
                    "secret",
                    "packet",
                    "perf",
                    "prompt",
                    "plan",
                    "keys",
                    "spec",
                    "profile",
                    "protocol.wire",
                    "protocol.reliable",
                    "protocol.tls",
                    "protocol.proxy",
                    "protocol.data",
                    "protocol.control",
                    "protocol.session");

    /** Classes of a pure room that read files all the same. */
    private static final Set<String> FILE_READERS =
            Set.of(
                    "org.culvert.profile.Importer",
                    "org.culvert.profile.Luggage",
                    "org.culvert.profile.OptionTable");

    /** What decides inside {@code tunnel}, whose other classes act. */
    static final Set<String> MACHINES =
            Set.copyOf(
                    words(
                            "Backoff Candidates Line Machine Plans Probe ProxyAccounts ProxyTalks"
                                    + " Questions Recovery Search SignInState StageClocks Tunnel"
                                    + " TunnelEffect TunnelEvent TunnelState TunnelStatus"
                                    + " WantedNetwork"));

    private House() {}

    /** Whether a class of a room decides and never acts. */
    static boolean isPure(String room, String topLevelName) {
        String simple = topLevelName.substring(topLevelName.lastIndexOf('.') + 1);
        return room.equals("tunnel")
                ? MACHINES.contains(simple)
                : PURE.contains(room) && !FILE_READERS.contains(topLevelName);
    }

    @SafeVarargs
    private static Map<String, List<String>> rooms(Map.Entry<String, String>... rows) {
        var table = new LinkedHashMap<String, List<String>>();
        for (var row : rows) {
            table.put(row.getKey(), words(row.getValue()));
        }
        return table;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (String word : text.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
