package org.culvert.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two network namespaces joined by a cable: here the client with the helper under its own account,
 * there a real openvpn.
 *
 * <pre>
 *   cvlab-c  10.86.0.1/30 ---- veth ---- 10.86.0.2/30  cvlab-s
 *            helper, culvertctl                        openvpn, 10.86.1.1/24 in the tunnel
 * </pre>
 */
final class Lab implements AutoCloseable {
    static final String SERVER = "10.86.0.2";
    static final String INSIDE = "10.86.1.1";

    private static final String HELPER = "culvert-helper";
    static final String USER = "culvert-lab";
    private static final String STRANGER = "culvert-lab2";

    private final Path folder;
    private final FileChannel turn;
    private final List<Process> processes = new ArrayList<>();
    private Process helper;

    private Lab(Path folder, FileChannel turn, Process helper) {
        this.folder = folder;
        this.turn = turn;
        this.helper = helper;
    }

    /** Why there can be no laboratory on this machine; empty text where there can. */
    static String missing() {
        if (!System.getProperty("user.name").equals("root")) {
            return "the laboratory needs root";
        }
        if (!Files.exists(Path.of("/dev/net/tun"))) {
            return "the laboratory needs /dev/net/tun";
        }
        boolean openvpn = Shell.bash("command -v openvpn").exit() == 0;
        return openvpn ? "" : "the laboratory needs openvpn";
    }

    /** Opens the laboratory; a machine has one, so another build waits for its turn. */
    static Lab open() throws IOException {
        FileChannel turn = takeTurn();
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "culvert-lab");
        Shell.bash("chmod 0755 " + folder).must();
        down();
        for (String account : List.of(HELPER, USER, STRANGER)) {
            Shell.bash(
                            "getent passwd %1$s >/dev/null || useradd --system --user-group --no-create-home --shell /usr/sbin/nologin %1$s"
                                    .formatted(account))
                    .must();
        }
        Shell.bash(
                        """
                        set -e
                        mkdir -p /etc/netns/cvlab-c
                        echo 'nameserver 10.86.0.2' > /etc/netns/cvlab-c/resolv.conf
                        printf '%s\n' '2001:db8:86::9 both.lab' '10.86.0.2 both.lab' \
                            '10.86.0.2 plain.lab' > /etc/netns/cvlab-c/hosts
                        ip netns add cvlab-c
                        ip netns add cvlab-s
                        ip link add cvlab0 netns cvlab-c type veth peer name cvlab1 netns cvlab-s
                        ip -n cvlab-c addr add 10.86.0.1/30 dev cvlab0
                        ip -n cvlab-s addr add 10.86.0.2/30 dev cvlab1
                        ip -n cvlab-s link set cvlab1 up
                        ip -n cvlab-c link set lo up
                        ip -n cvlab-s link set lo up
                        ip -n cvlab-s addr add 10.86.9.1/32 dev lo
                        ip -n cvlab-s addr add 2001:db8:86::2/64 dev cvlab1 nodad
                        """)
                .must();
        Shell.bash("stat -c %a /dev/net/tun > " + folder + "/tun && chmod 0666 /dev/net/tun")
                .must();
        Shell.bash("cp -r target/culvert " + folder + "/program && chmod -R a+rX " + folder).must();
        Pki.make(folder.resolve("pki"));
        Shell.bash(
                        "mkdir %1$s/web && head -c 10485760 /dev/urandom > %1$s/web/big"
                                .formatted(folder))
                .must();
        var lab = new Lab(folder, turn, startHelper(folder, USER));
        lab.plug();
        lab.awaitHelper();
        lab.serveWeb("cvlab-s", "10.86.9.1", 8000);
        return lab;
    }

    /** Serves {@code /big}, 10 MiB, at an address of a namespace. */
    void serveWeb(String namespace, String address, int port) {
        processes.add(
                Shell.start(
                        List.of(
                                "ip",
                                "netns",
                                "exec",
                                namespace,
                                System.getProperty("java.home") + "/bin/jwebserver",
                                "-b",
                                address,
                                "-p",
                                Integer.toString(port),
                                "-d",
                                folder + "/web"),
                        folder.resolve("web-" + port + ".log")));
    }

    private static Process startHelper(Path folder, String owner) {
        Shell.bash(
                        "mkdir -p %1$s/run %1$s/state && chown %2$s %1$s/run %1$s/state"
                                .formatted(folder, HELPER))
                .must();
        return Shell.start(
                List.of(
                        "ip",
                        "netns",
                        "exec",
                        "cvlab-c",
                        "setpriv",
                        "--reuid",
                        HELPER,
                        "--regid",
                        HELPER,
                        "--clear-groups",
                        "--inh-caps=-all,+net_admin",
                        "--ambient-caps=-all,+net_admin",
                        "--bounding-set=-all,+net_admin",
                        "--no-new-privs",
                        folder + "/program/bin/culvert-helper",
                        "--socket",
                        folder + "/run/helper.sock",
                        "--state",
                        folder + "/state",
                        "--owner",
                        Shell.bash("id -u " + owner).must().out().strip()),
                folder.resolve("helper.log"));
    }

    private void awaitHelper() {
        if (!Shell.eventually(30, () -> ctl("status").exit() == 0)) {
            throw new IllegalStateException(
                    "helper: " + Shell.bash("cat " + folder + "/helper.log"));
        }
    }

    Path folder() {
        return folder;
    }

    /** The helper's process, for figures and for killing. */
    Process helper() {
        return helper;
    }

    /** Makes the class caches of helper and command line, which hold for one place only. */
    void makeCaches() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String make = " installer/Caches.java " + folder + "/program --without-window";
        Shell.bash(java + make).must();
        helper.destroy();
        Shell.eventually(10, () -> !helper.isAlive());
        restartHelper();
    }

    /** Starts the helper anew after it was killed. */
    void restartHelper() {
        Shell.bash("rm -f " + folder + "/run/helper.sock");
        helper = startHelper(folder, USER);
        awaitHelper();
    }

    /** A server with these lines more; waits until it is ready. */
    Server server(String name, String... lines) {
        var server = new Server(folder, name, List.of(lines));
        server.start();
        processes.add(server.process());
        return server;
    }

    /** A profile with these lines more; certificates and keys inline. */
    Path profile(String name, String... lines) throws IOException {
        String text =
                Stream.concat(
                                Stream.of(
                                        "client",
                                        "dev tun",
                                        "remote-cert-tls server",
                                        "<ca>\n" + pem("ca.crt") + "</ca>",
                                        "<cert>\n" + pem("client.crt") + "</cert>",
                                        "<key>\n" + pem("client.key") + "</key>"),
                                Stream.of(lines))
                        .reduce("", (a, b) -> a + b + "\n");
        Path file = folder.resolve(name + ".ovpn");
        Files.writeString(file, text);
        Shell.bash("chmod 0644 '" + file + "'").must();
        return file;
    }

    /** The text of a file of the PKI. */
    String pem(String name) throws IOException {
        return Files.readString(folder.resolve("pki").resolve(name));
    }

    /** {@code culvertctl} as the owner. */
    Shell.Result ctl(String... words) {
        return as(USER, "", words);
    }

    /** {@code culvertctl} as the owner, with a line on descriptor 0. */
    Shell.Result ctlWith(String input, String... words) {
        return as(USER, input, words);
    }

    /** {@code culvertctl} as somebody who has no right to. */
    Shell.Result asStranger(String... words) {
        return as(STRANGER, "", words);
    }

    /** {@code culvertctl} as the owner on a terminal of its own; each prompt gets its answer. */
    Shell.Result ctlOnTerminal(Map<String, String> answers, String... words) {
        String line = String.join(" ", command(USER, words));
        return Shell.talk(List.of("script", "-qec", line, "/dev/null"), answers);
    }

    /** {@code culvertctl} as the owner, left running; its words go into {@code log}. */
    Process ctlBeside(Path log, String... words) {
        Process process = Shell.start(command(USER, words), log);
        processes.add(process);
        return process;
    }

    private Shell.Result as(String account, String input, String... words) {
        return Shell.run(command(account, words), input);
    }

    private List<String> command(String account, String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid",
                                account,
                                "--regid",
                                account,
                                "--clear-groups",
                                "env",
                                "HOME=" + folder,
                                "LC_ALL=C.UTF-8",
                                "CULVERT_SOCKET=" + folder + "/run/helper.sock",
                                folder + "/program/bin/culvertctl"));
        command.addAll(List.of(words));
        return command;
    }

    /** A script that a server may run; its name. */
    String script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text);
        Shell.bash("chmod 0755 " + file).must();
        return file.toString();
    }

    /** A line for bash inside the client's namespace. */
    Shell.Result here(String line) {
        return Shell.run(List.of("ip", "netns", "exec", "cvlab-c", "bash", "-c", line));
    }

    /** A line for bash inside the server's namespace. */
    Shell.Result there(String line) {
        return Shell.run(List.of("ip", "netns", "exec", "cvlab-s", "bash", "-c", line));
    }

    /** Lets nothing arrive at a port of the server's side, until it is closed. */
    Silence silence(int port) {
        return new Silence(this, port);
    }

    /** A program of the server's side that listens on a TCP port; waits until it does. */
    Beside beside(int port, List<String> command) {
        return new Beside(this, port, command);
    }

    /** Kernel settings of the client's side, until it is closed. */
    Settings settingsHere(Map<String, String> values) {
        return new Settings("cvlab-c", values);
    }

    /** Kernel settings of the server's side, until it is closed. */
    Settings settingsThere(Map<String, String> values) {
        return new Settings("cvlab-s", values);
    }

    /** Pulls the client's cable. */
    void unplug() {
        here("ip link set cvlab0 down").must();
    }

    /** Puts the cable in, with addresses and default routes of both families. */
    void plug() {
        here("""
        set -e
        ip link set cvlab0 up
        ip route replace default via 10.86.0.2
        ip addr replace 2001:db8:86::1/64 dev cvlab0 nodad
        ip route replace default via 2001:db8:86::2
        """)
                .must();
    }

    /** Something that goes on inside the client's namespace until it is destroyed. */
    Process talk(String line) {
        Process process =
                Shell.start(
                        List.of("ip", "netns", "exec", "cvlab-c", "bash", "-c", line),
                        folder.resolve("talk.log"));
        processes.add(process);
        return process;
    }

    /**
     * How many packets come over the cable meanwhile that are not the tunnel's own. The server
     * stands in the client's own network, whose kernel tells it when the link's port is closed.
     */
    int outside(Runnable meanwhile) {
        there(
                        """
                        nft -f - <<'END'
                        table inet watch {
                            counter outside {}
                            chain arriving {
                                type filter hook prerouting priority -300;
                                iifname != "cvlab1" accept
                                ip daddr 10.86.0.2 udp dport 1194 accept
                                ip daddr 10.86.0.2 icmp type destination-unreachable accept
                                icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, nd-router-solicit } accept
                                counter name outside
                            }
                        }
                        END
                        """)
                .must();
        meanwhile.run();
        String counter = there("nft list counter inet watch outside").must().out();
        there("nft delete table inet watch").must();
        return Integer.parseInt(counter.replaceAll("(?s).*packets (\\d+).*", "$1"));
    }

    /** Everything that a tunnel may change, as text. */
    String network() {
        return here("ip -o addr; ip -4 route show table all; ip -6 route show table all | grep -v"
                        + " '^ff\\|fe80\\|multicast'; ip rule; ip -6 rule; nft list ruleset;"
                        + " cat /etc/resolv.conf")
                .out()
                .replaceAll("(valid|preferred)_lft \\S+| tentative| linkdown", "");
    }

    /** The whole diary of the helper. */
    String diary() throws IOException {
        return Files.readString(folder.resolve("helper.log"));
    }

    String helperLog() {
        return Shell.bash("tail -n 30 " + folder + "/helper.log").out();
    }

    @Override
    public void close() {
        helper.destroy();
        processes.forEach(Process::destroyForcibly);
        Shell.eventually(5, () -> !helper.isAlive());
        down();
        Shell.bash("chmod $(cat " + folder + "/tun) /dev/net/tun");
        Shell.bash("rm -rf " + folder);
        giveTurn();
    }

    /** Waits for the machine's lock; closing it gives the turn away. */
    static FileChannel takeTurn() throws IOException {
        FileChannel turn =
                FileChannel.open(
                        Path.of("/run/culvert-lab.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        var _ = turn.lock();
        return turn;
    }

    private void giveTurn() {
        try {
            turn.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void down() {
        Shell.bash(
                """
                for ns in cvlab-c cvlab-s; do
                    ip netns pids $ns 2>/dev/null | xargs -r kill -9
                    ip netns del $ns 2>/dev/null
                done
                rm -rf /etc/netns/cvlab-c
                """);
    }
}
