package org.culvert.plan;

import org.culvert.net.Cidr;
import org.culvert.net.Route;

/** What takes a {@link Change} back; stored in the journal before the change is made. */
public sealed interface Undo {
    /** Takes a device down. */
    record DeviceDown(String device) implements Undo {}

    /** Removes an address. */
    record RemoveAddress(String device, Cidr address) implements Undo {}

    /** Removes a route. */
    record RemoveRoute(String device, Route route, boolean ownTable) implements Undo {}

    /** Removes rules, unreachable defaults and firewall of a full tunnel. */
    record Release() implements Undo {}

    /** Puts DNS back, where it still is as we left it. */
    record RestoreDns(String device) implements Undo {}
}
