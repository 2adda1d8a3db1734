package org.culvert.protocol.data;

/** Why a data packet was dropped; each is counted, none is logged. */
public enum Drop {
    /** Shorter than its headers. */
    TOO_SHORT,
    /** No key has its key id. */
    NO_KEY,
    /** The check of the key failed. */
    FORGED,
    /** It came before, or is too old to tell. */
    REPLAYED,
    /** It says that it is compressed, or its framing is unknown. */
    COMPRESSED,
    /** After opening it is no IP packet. */
    NOT_IP,
    /** It does not fit. */
    TOO_LONG
}
