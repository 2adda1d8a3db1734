package org.culvert.platform.linux;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.plan.Undo;

import java.util.Optional;

/** An undo record as one line of words. */
final class UndoLine {
    private UndoLine() {}

    static String write(Undo undo) {
        return switch (undo) {
            case Undo.DeviceDown(String device) -> "device " + device + "\n";
            case Undo.RemoveAddress(String device, Cidr address) ->
                    "address " + device + " " + address + "\n";
            case Undo.RemoveRoute(String device, Route route, boolean own) ->
                    "route %s %s %s %d %b\n"
                            .formatted(
                                    device,
                                    route.destination(),
                                    route.gateway().map(IpAddress::toString).orElse("-"),
                                    route.metric(),
                                    own);
            case Undo.Release _ -> "release\n";
            case Undo.RestoreDns(String device) -> "dns " + device + "\n";
        };
    }

    static Optional<Undo> read(String line) {
        String[] w = line.split(" ", -1);
        try {
            return switch (w[0] + "/" + w.length) {
                case "device/2" -> Optional.of(new Undo.DeviceDown(w[1]));
                case "address/3" -> Optional.of(new Undo.RemoveAddress(w[1], Cidr.literal(w[2])));
                case "route/6" -> Optional.of(route(w));
                case "release/1" -> Optional.of(new Undo.Release());
                case "dns/2" -> Optional.of(new Undo.RestoreDns(w[1]));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Undo route(String[] w) {
        var gateway = w[3].equals("-") ? Optional.<IpAddress>empty() : IpAddress.parse(w[3]);
        var route = new Route(Cidr.literal(w[2]), gateway, Integer.parseInt(w[4]));
        return new Undo.RemoveRoute(w[1], route, Boolean.parseBoolean(w[5]));
    }
}
