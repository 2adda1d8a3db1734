package org.culvert.platform;

import org.culvert.net.IpAddress;

import java.util.List;

/** Looks names up outside the tunnel: {@code /etc/hosts}, then the uplink's servers. */
public interface Resolver {
    /** All addresses in the order to try them; the exception says which server did not answer. */
    List<IpAddress> resolve(String host) throws PlatformException;
}
