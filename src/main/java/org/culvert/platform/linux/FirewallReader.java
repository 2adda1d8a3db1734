package org.culvert.platform.linux;

import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Counts what stands in an nftables table by nfnetlink: no program is started to look. */
final class FirewallReader implements AutoCloseable {
    private static final int NFTABLES = 10 << 8;
    private static final int GETTABLE = NFTABLES | 1;
    private static final int GETRULE = NFTABLES | 7;
    private static final int INET = 1;
    private static final int NAME = 1;
    private static final int FIXED_PART = 4;

    private final Netlink netlink;

    private FirewallReader(Netlink netlink) {
        this.netlink = netlink;
    }

    static FirewallReader open() throws PlatformException {
        return new FirewallReader(Netlink.open(C.NETLINK_NETFILTER));
    }

    /** Whether there is a table of this name for both families. */
    boolean exists(String table) throws PlatformException {
        return count(GETTABLE, table) > 0;
    }

    /** How many rules stand in it; 0 where there is none. */
    int rules(String table) throws PlatformException {
        return count(GETRULE, table);
    }

    private int count(int type, String table) throws PlatformException {
        byte[] name = (table + "\0").getBytes(StandardCharsets.US_ASCII);
        var request = new NetlinkMessage(type, NetlinkMessage.DUMP).u8(INET).u8(0).u16(0);
        request.attribute(NAME, name);
        int found = 0;
        for (ByteBuffer message : netlink.dump(request, "firewall")) {
            if (message.get(NetlinkMessage.HEADER) == INET && isOf(message, name)) {
                found++;
            }
        }
        return found;
    }

    private static boolean isOf(ByteBuffer message, byte[] name) {
        return RouteNetlink.attribute(message, NetlinkMessage.HEADER + FIXED_PART, NAME)
                .filter(found -> Arrays.equals(found, name))
                .isPresent();
    }

    @Override
    public void close() {
        netlink.close();
    }
}
