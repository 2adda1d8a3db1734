package org.culvert.plan;

import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Route;

import java.util.Optional;

/**
 * One change of the machine's network; {@link #undo} is the record that takes it back. Addresses
 * and routes of a device go with the device, so they matter while it lives (reconnects).
 */
public sealed interface Change {
    /** The record that takes this change back. */
    Undo undo();

    /** Sets MTU and brings the device up. */
    record DeviceUp(String device, int mtu) implements Change {
        @Override
        public Undo undo() {
            return new Undo.DeviceDown(device);
        }
    }

    /** Adds an address to a device. */
    record AddAddress(String device, Cidr address) implements Change {
        @Override
        public Undo undo() {
            return new Undo.RemoveAddress(device, address);
        }
    }

    /** Adds a route through a device, to the table {@code main} or to our own. */
    record AddRoute(String device, Route route, boolean ownTable) implements Change {
        @Override
        public Undo undo() {
            return new Undo.RemoveRoute(device, route, ownTable);
        }
    }

    /** Rules, unreachable defaults and firewall of a full tunnel; its device once there is one. */
    record Enclose(Optional<String> device, NetworkPlan.FullTunnel tunnel) implements Change {
        @Override
        public Undo undo() {
            return new Undo.Release();
        }
    }

    /** Sends names to the VPN's servers. */
    record SetDns(String device, DnsSettings dns, boolean allNames) implements Change {
        @Override
        public Undo undo() {
            return new Undo.RestoreDns(device);
        }
    }
}
