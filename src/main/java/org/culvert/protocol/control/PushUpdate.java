package org.culvert.protocol.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A change of settings while connected: which of the pushed options go, come or are replaced
 * (protocol 7.3; C: {@code check_push_update_option_flags}). One object for all parts of a change.
 */
public final class PushUpdate {
    private static final int MOST_OPTIONS = 2000;

    /** Options that stand beside others of their name. */
    private static final Set<String> LISTS =
            Set.of("route", "route-ipv6", "dns", "dhcp-option", "redirect-gateway");

    private static final Set<String> CHANGEABLE =
            Set.of(
                    "block-ipv6",
                    "block-outside-dns",
                    "dhcp-option",
                    "dns",
                    "ifconfig",
                    "ifconfig-ipv6",
                    "keepalive",
                    "push-continuation",
                    "redirect-gateway",
                    "redirect-private",
                    "route",
                    "route-gateway",
                    "route-ipv6",
                    "route-metric",
                    "topology",
                    "tun-mtu");

    private final List<String> options;
    private final Set<String> begun = new HashSet<>();

    /** A change of {@code current}, the options pushed so far. */
    public PushUpdate(List<String> current) {
        options = new ArrayList<>(current);
    }

    /** Takes the items of one part; false where one of them cannot be honoured. */
    public boolean take(List<String> items) {
        return items.stream().allMatch(this::take) && options.size() <= MOST_OPTIONS;
    }

    /** The options that hold once all parts are taken. */
    public List<String> options() {
        return List.copyOf(options);
    }

    private boolean take(String item) {
        boolean removes = item.startsWith("-");
        String rest = removes ? item.substring(1) : item;
        boolean optional = rest.startsWith("?");
        String option = optional ? rest.substring(1) : rest;
        String name = name(option);
        if (optional && option.startsWith("-")) {
            return false;
        }
        if (!CHANGEABLE.contains(name) || (removes && !option.equals(name))) {
            return optional;
        }
        if (removes || begun.add(name) || !LISTS.contains(name)) {
            options.removeIf(old -> name(old).equals(name));
        }
        if (!removes) {
            options.add(option);
        }
        return true;
    }

    private static String name(String option) {
        return PushWords.words(option)
                .filter(words -> !words.isEmpty())
                .map(List::getFirst)
                .orElse("");
    }
}
