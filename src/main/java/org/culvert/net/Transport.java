package org.culvert.net;

/** How packets reach the server. */
public enum Transport {
    /** One datagram, one packet. */
    UDP,
    /** A stream of packets with a two-octet length each. */
    TCP
}
