package org.culvert.platform.linux;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.plan.Undo;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An undo record as one line: the form's version, a checksum, words. A line of another version, one
 * that is cut or changed, and one about a device that cannot be ours is none.
 */
final class UndoLine {
    private static final String VERSION = "1";

    private UndoLine() {}

    static String write(Undo undo) {
        String words = words(undo);
        return VERSION + " " + checksum(words) + " " + words + "\n";
    }

    static Optional<Undo> read(String line) {
        String[] parts = line.split(" ", 3);
        boolean whole =
                parts.length == 3
                        && parts[0].equals(VERSION)
                        && parts[1].equals(checksum(parts[2]));
        return whole ? undo(parts[2].split(" ", -1)) : Optional.empty();
    }

    private static String checksum(String words) {
        var crc = new CRC32();
        crc.update(words.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits(crc.getValue(), 8);
    }

    private static String words(Undo undo) {
        return switch (undo) {
            case Undo.DeviceDown(String device) -> "device " + device;
            case Undo.RemoveAddress(String device, Cidr address) ->
                    "address " + device + " " + address;
            case Undo.RemoveRoute(String device, Route route, boolean own) ->
                    "route %s %s %s %d %b"
                            .formatted(
                                    device,
                                    route.destination(),
                                    route.gateway().map(IpAddress::toString).orElse("-"),
                                    route.metric(),
                                    own);
            case Undo.Release _ -> "release";
            case Undo.RestoreDns(String device) -> "dns " + device;
        };
    }

    private static Optional<Undo> undo(String[] w) {
        try {
            return switch (w[0] + "/" + w.length) {
                case "device/2" -> Optional.of(new Undo.DeviceDown(own(w[1])));
                case "address/3" ->
                        Optional.of(new Undo.RemoveAddress(own(w[1]), Cidr.literal(w[2])));
                case "route/6" -> Optional.of(route(w));
                case "release/1" -> Optional.of(new Undo.Release());
                case "dns/2" -> Optional.of(new Undo.RestoreDns(own(w[1])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String own(String device) {
        if (!Interfaces.isOwnName(device)) {
            throw new IllegalArgumentException("device " + device);
        }
        return device;
    }

    private static Undo route(String[] w) {
        var gateway = w[3].equals("-") ? Optional.<IpAddress>empty() : IpAddress.parse(w[3]);
        var route = new Route(Cidr.literal(w[2]), gateway, Integer.parseInt(w[4]));
        return new Undo.RemoveRoute(own(w[1]), route, Boolean.parseBoolean(w[5]));
    }
}
