package org.culvert.failure;

import java.util.List;

/**
 * A part of a sentence, said in the language of whoever reads it: one of a closed list, with the
 * names and numbers that it mentions. What somebody else said stays as it came, in quotation marks.
 *
 * @param kind what is meant
 * @param details in the order in which the texts number them
 */
public record Phrase(Kind kind, List<String> details) {
    /** All that can be said; each has its words in both languages. */
    public enum Kind {
        /** The words of a program, a library or another side. */
        SAID,
        /** A name, as it is. */
        NAMED,
        /** An error number of the kernel. */
        SYSTEM,
        /** No DNS server is known. */
        NO_DNS_SERVER,
        /** A DNS server knows no such name. */
        NO_SUCH_NAME,
        /** A DNS server does not answer. */
        DNS_SILENT,
        /** No address of the family that the profile wants. */
        NO_ADDRESS_OF_FAMILY,
        /** No HTTP proxy. */
        NO_HTTP_PROXY,
        /** No SOCKS5 proxy. */
        NO_SOCKS_PROXY,
        /** An answer of a proxy without end. */
        ENDLESS_ANSWER,
        /** A way to sign in that is not known here. */
        OTHER_SIGN_IN,
        /** A SOCKS5 proxy's number of an error. */
        SOCKS_STATUS,
        /** A SOCKS5 proxy relays datagrams nowhere. */
        NO_RELAY,
        /** Longer than SOCKS5 can say. */
        TOO_LONG_FOR_SOCKS,
        /** The proxy wants to know who we are. */
        ACCOUNT_WANTED,
        /** The proxy does not know this user name and password. */
        ACCOUNT_REFUSED,
        /** A TLS alert of the server. */
        ALERT_OF_SERVER,
        /** A TLS alert of ours. */
        ALERT_OF_OURS,
        /** What came is no TLS. */
        MALFORMED_HANDSHAKE,
        /** The server has closed. */
        CLOSED_BY_SERVER,
        /** The time is over. */
        OUT_OF_TIME,
        /** A pushed protocol flag that is not known. */
        UNKNOWN_FLAG,
        /** Pushed settings that contradict themselves. */
        BAD_SETTINGS,
        /** A certificate of that name below that authority. */
        CERTIFICATE_BELOW,
        /** Any server's certificate below that authority. */
        SERVER_BELOW,
        /** Any certificate below that authority. */
        ANY_BELOW,
        /** So many certificates in a chain. */
        CHAIN_OF,
        /** A folder, or something else that is no file. */
        NO_FILE,
        /** A folder without a profile. */
        NO_PROFILE_INSIDE,
        /** A web server's number of an answer. */
        WEB_STATUS,
        /** A redirect to where nothing is fetched from. */
        NO_HTTPS,
        /** There is nothing. */
        ABSENT,
        /** Not ours to read or write. */
        FORBIDDEN,
        /** Octets that are no text. */
        NO_TEXT,
        /** Half written, or written by another program. */
        DAMAGED,
        /** Somebody has removed it. */
        REMOVED,
        /** Neither in the group, nor at this computer. */
        NO_MEMBER,
        /** Too many connections of one user. */
        TOO_MANY,
        /** In use by another user. */
        OF_ANOTHER,
        /** A socket of neither root nor the service. */
        STRANGE_SOCKET,
        /** All names for a device are taken. */
        NO_NAME_LEFT,
        /** Something of our name or number is another program's. */
        OF_ANOTHER_PROGRAM,
        /** nftables is not installed. */
        NO_NFTABLES,
        /** A file that cannot be written. */
        UNWRITABLE,
        /** A network device. */
        DEVICE,
        /** An address. */
        ADDRESS,
        /** A route. */
        ROUTE,
        /** Firewall and rules. */
        FIREWALL,
        /** A socket. */
        SOCKET,
        /** The own address that the profile names. */
        LOCAL_ADDRESS,
        /** Something unforeseen inside. */
        UNFORESEEN
    }

    /** Copies its list. */
    public Phrase {
        details = List.copyOf(details);
    }

    /** {@code kind} with what it mentions. */
    public static Phrase of(Kind kind, String... details) {
        return new Phrase(kind, List.of(details));
    }

    /** The words of somebody else. */
    public static Phrase said(String words) {
        return of(Kind.SAID, words);
    }

    /** The kernel's error of that number. */
    public static Phrase system(int errno) {
        return of(Kind.SYSTEM, Integer.toString(errno));
    }
}
