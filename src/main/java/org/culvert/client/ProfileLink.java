package org.culvert.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a profile can be fetched: what stands in {@code openvpn://import-profile/https://...}. Only
 * https, and no user name in it.
 */
public record ProfileLink(URI address) {
    /** How every such link begins. */
    public static final String SCHEME = "openvpn://";

    private static final String BEGINNING = SCHEME + "import-profile/";
    private static final int LONGEST = 4096;

    /** The link in {@code text}, where it is one of ours. */
    public static Optional<ProfileLink> of(String text) {
        String bare = text.strip();
        boolean link =
                bare.length() <= LONGEST && bare.toLowerCase(Locale.ROOT).startsWith(BEGINNING);
        return link ? to(bare.substring(BEGINNING.length())) : Optional.empty();
    }

    private static Optional<ProfileLink> to(String address) {
        try {
            return checked(new URI(address));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<ProfileLink> checked(URI address) {
        boolean good =
                "https".equalsIgnoreCase(address.getScheme())
                        && address.getHost() != null
                        && !address.getHost().isEmpty()
                        && address.getRawUserInfo() == null;
        return good ? Optional.of(new ProfileLink(address)) : Optional.empty();
    }

    /** Where {@code location} leads from here. */
    Optional<ProfileLink> next(String location) {
        try {
            return checked(address.resolve(location));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The link as people hand it out. */
    public String text() {
        return BEGINNING + address;
    }

    /** Whose machine it is, with the port where it is an unusual one. */
    public String host() {
        int port = address.getPort();
        return address.getHost() + (port < 0 || port == 443 ? "" : ":" + port);
    }

    /** A name for what comes from there: the last part of the path, or the host. */
    public String name() {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? address.getHost() : last;
    }

    /** Without what stands behind the path, which may be a password. */
    @Override
    public String toString() {
        return "ProfileLink[" + host() + "]";
    }
}
