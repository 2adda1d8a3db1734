package org.culvert.desktop.tray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real panel that shows nothing but tray items, at the top of the screen. */
public final class Panel implements AutoCloseable {
    private static final String CONFIGURATION =
            """
            [General]
            __userfile__=true
            panels=panel1

            [panel1]
            alignment=-1
            animation-duration=0
            background-color=@Variant(\\0\\0\\0\\x43\\x1\\xff\\xff\\xf4\\xf4\\xf6\\xf6\\xf8\\xf8\\0\\0)
            desktop=0
            hidable=false
            iconSize=24
            lineCount=1
            panelSize=34
            plugins=statusnotifier
            position=Top
            reserve-space=true
            width=100
            width-percent=true

            [statusnotifier]
            alignment=Right
            type=statusnotifier
            """;

    private final Process process;

    /** Starts it on the bus at {@code address}, with {@code home} to itself. */
    public Panel(Path home, String address) throws IOException {
        Path folder = Files.createDirectories(home.resolve("lxqt"));
        Files.writeString(folder.resolve("panel.conf"), CONFIGURATION);
        var command = new ProcessBuilder("lxqt-panel");
        command.environment().put("HOME", home.toString());
        command.environment().put("XDG_CONFIG_HOME", home.toString());
        command.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        command.environment().put("XDG_RUNTIME_DIR", home.toString());
        command.environment().put("DBUS_SESSION_BUS_ADDRESS", address);
        process =
                command.redirectErrorStream(true)
                        .redirectOutput(home.resolve("panel.log").toFile())
                        .start();
    }

    /** Kills it, as a crash would. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IOException("the panel does not end");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
