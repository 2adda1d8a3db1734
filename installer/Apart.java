import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace of our own, with nothing in it but its loopback, in which a helper and a
 * server can meet: for root, and for everybody else where the kernel gives one to anybody. Where it
 * does not, programs run as they are.
 */
final class Apart implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String READY = "ready";

    private final Process holder;
    private final boolean open;

    private Apart(Process holder, boolean open) {
        this.holder = holder;
        this.open = open;
    }

    /** A fresh one; it lasts until it is closed. */
    static Apart open() throws IOException {
        var command = new ArrayList<>(List.of("unshare", "--net"));
        if (!ROOT) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        String hold = "ip link set lo up && echo " + READY + " && exec cat >/dev/null";
        command.addAll(List.of("sh", "-c", hold));
        Process holder = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = holder.getInputStream().readNBytes(READY.length());
        return new Apart(holder, new String(said, StandardCharsets.UTF_8).equals(READY));
    }

    /** Whether there is one. */
    boolean isOpen() {
        return open;
    }

    /** What starts {@code program} inside. */
    List<String> command(String program) {
        var command = new ArrayList<String>();
        if (open) {
            command.addAll(List.of("nsenter", "--net=" + namespace("net")));
            if (!ROOT) {
                command.addAll(List.of("--user=" + namespace("user"), "--preserve-credentials"));
            }
        }
        command.add(program);
        return command;
    }

    private String namespace(String kind) {
        return "/proc/" + holder.pid() + "/ns/" + kind;
    }

    @Override
    public void close() {
        holder.destroy();
    }
}
