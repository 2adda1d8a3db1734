package org.culvert.client;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.profile.store.ProfileStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Looks at what Culvert needs of this machine; changes nothing. */
public final class Doctor {
    private final Path root;
    private final ResourceBundle words;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Path root, Locale locale) {
        this.root = root;
        boolean chinese = locale.getLanguage().equals("zh");
        this.words =
                ResourceBundle.getBundle(
                        "org.culvert.client.doctor",
                        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
    }

    /**
     * One thing that was looked at.
     *
     * @param name in one word
     * @param text what was found, and what would help
     * @param problem what fails because of it; empty where all is well
     */
    public record Finding(String name, String text, Optional<FailureCode> problem) {}

    /** Everything, the helper first. */
    public static List<Finding> examine(Path socket, Locale locale) {
        var doctor = new Doctor(Path.of("/"), locale);
        doctor.helper(socket);
        doctor.machine();
        doctor.profiles();
        return doctor.findings;
    }

    /** The machine alone, below {@code root}. */
    static List<Finding> machine(Path root, Locale locale) {
        var doctor = new Doctor(root, locale);
        doctor.machine();
        return doctor.findings;
    }

    private void helper(Path socket) {
        switch (HelperConnection.open(socket, _ -> {}, _ -> {})) {
            case HelperConnection.NotConnected(Failure failure) ->
                    find("helper", failure.code().text(), Optional.of(failure.code()));
            case HelperConnection.Connected(HelperConnection connection) -> {
                find("helper", "yes", Optional.empty());
                close(connection);
            }
        }
    }

    private static void close(HelperConnection connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // it has answered, which is all that was asked
        }
    }

    private void machine() {
        check("tun", exists("dev/net/tun"), FailureCode.SYS_1);
        check("firewall", exists("usr/sbin/nft"), FailureCode.SYS_2);
        names();
        if (isOne("rp_filter") && !isOne("src_valid_mark")) {
            find("reverse-path", "rule", Optional.empty());
        }
    }

    /** In the order in which names are set. */
    private void names() {
        boolean systemd = exists("run/systemd/system");
        boolean resolved = exists("run/systemd/resolve/io.systemd.Resolve");
        String way = resolved ? "resolved" : systemd ? "service" : "file";
        find("names", way, Optional.empty());
    }

    private void profiles() {
        try {
            ProfileStore store = ProfileStore.open();
            boolean whole = store.damaged().isEmpty();
            check("profiles", whole, FailureCode.CFG_7);
        } catch (IOException _) {
            find("profiles", "no", Optional.of(FailureCode.CFG_7));
        }
    }

    private void check(String name, boolean good, FailureCode otherwise) {
        find(name, good ? "yes" : "no", good ? Optional.empty() : Optional.of(otherwise));
    }

    private void find(String name, String kind, Optional<FailureCode> problem) {
        String key = name + "." + kind;
        String text = words.containsKey(key) ? words.getString(key) : words.getString(name + ".no");
        findings.add(new Finding(words.getString(name), text, problem));
    }

    private boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    private boolean isOne(String setting) {
        try {
            Path file = root.resolve("proc/sys/net/ipv4/conf/all/" + setting);
            return Files.readString(file).strip().equals("1");
        } catch (IOException _) {
            return false;
        }
    }
}
