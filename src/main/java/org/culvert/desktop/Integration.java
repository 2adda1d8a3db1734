package org.culvert.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What makes a double-click on a profile open this program: MIME type, launcher and icons in the
 * data folder of one user. Needs neither a display nor root. The databases that desktops read are
 * made anew by the script that starts the program.
 */
final class Integration {
    static final String ADD = "--integrate";
    static final String REMOVE = "--remove-integration";

    private static final String ID = "org.culvert.Culvert";
    private static final Map<String, String> PICTURES =
            Map.of(
                    "icons/hicolor/scalable/apps/" + ID + ".svg",
                    ID + ".svg",
                    "icons/hicolor/symbolic/apps/" + ID + "-symbolic.svg",
                    ID + "-symbolic.svg",
                    "icons/hicolor/scalable/mimetypes/application-x-openvpn-profile.svg",
                    "application-x-openvpn-profile.svg");

    private static final String TYPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
              <mime-type type="application/x-openvpn-profile">
                <comment>OpenVPN profile</comment>
                <comment xml:lang="zh_CN">OpenVPN 配置</comment>
                <sub-class-of type="text/plain"/>
                <generic-icon name="application-x-openvpn-profile"/>
                <glob pattern="*.ovpn" weight="60"/>
              </mime-type>
            </mime-info>
            """;

    private final Path data;

    /** In the data folder {@code data}, for instance {@code ~/.local/share}. */
    Integration(Path data) {
        this.data = data;
    }

    /** Puts everything in its place; the launcher starts {@code program}. */
    void add(String program) throws IOException {
        write(type(), TYPE.getBytes(StandardCharsets.UTF_8));
        write(launcher(), entry(program).getBytes(StandardCharsets.UTF_8));
        for (var picture : PICTURES.entrySet()) {
            write(data.resolve(picture.getKey()), picture(picture.getValue()));
        }
    }

    /** Takes it away again. */
    void remove() throws IOException {
        for (Path file : List.of(type(), launcher())) {
            Files.deleteIfExists(file);
        }
        for (String picture : PICTURES.keySet()) {
            Files.deleteIfExists(data.resolve(picture));
        }
    }

    private Path type() {
        return data.resolve("mime/packages/" + ID + ".xml");
    }

    private Path launcher() {
        return data.resolve("applications/" + ID + ".desktop");
    }

    private static String entry(String program) {
        return """
        [Desktop Entry]
        Type=Application
        Name=Culvert
        GenericName=VPN client
        GenericName[zh_CN]=VPN 客户端
        Comment=Connect to OpenVPN servers
        Comment[zh_CN]=连接 OpenVPN 服务器
        Exec=%s %%U
        Icon=%s
        Terminal=false
        StartupNotify=true
        StartupWMClass=org.culvert.desktop.App
        Categories=Network;
        Keywords=vpn;openvpn;tunnel;
        MimeType=application/x-openvpn-profile;x-scheme-handler/openvpn;
        """
                .formatted(quoted(program), ID);
    }

    private static void write(Path file, byte[] octets) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, octets);
    }

    private static byte[] picture(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Integration.class.getResourceAsStream("icons/" + name))) {
            return in.readAllBytes();
        }
    }

    /** As desktop entries quote a program's path. */
    private static String quoted(String program) {
        return program.matches("[A-Za-z0-9/._-]+")
                ? program
                : '"' + program.replaceAll("([\"`$\\\\])", "\\\\\\\\$1").replace("%", "%%") + '"';
    }
}
