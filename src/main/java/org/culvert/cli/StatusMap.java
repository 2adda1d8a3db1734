package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.ipc.Connection;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The status as data, key by key as the contract prints it; what is not known is null. */
final class StatusMap {
    private StatusMap() {}

    static Map<String, Object> of(List<Connection> connections, Locale locale) {
        return Map.of("connections", connections.stream().map(c -> of(c, locale)).toList());
    }

    private static Map<String, @Nullable Object> of(Connection c, Locale locale) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", c.id());
        map.put("profile", c.profile());
        map.put("state", c.state());
        map.put("stage", c.stage());
        map.put("since", c.since());
        map.put("attempt", c.attempt());
        map.put("retryAt", c.retryAt());
        map.put("remote", c.remote());
        map.put("proto", c.proto() == null ? null : c.proto().name().toLowerCase(Locale.ROOT));
        map.put("cipher", c.cipher());
        map.put("tlsVersion", c.tlsVersion());
        map.put("tlsGroup", c.tlsGroup());
        map.put("dataPath", c.dataPath());
        map.put("device", c.device());
        map.put("addresses", c.addresses());
        map.put("routes", c.routes());
        map.put("dns", c.dns());
        map.put("mtu", c.mtu());
        map.put("bytesIn", c.bytesIn());
        map.put("bytesOut", c.bytesOut());
        map.put("packetsIn", c.packetsIn());
        map.put("packetsOut", c.packetsOut());
        map.put("rttMillis", c.rttMillis());
        map.put("killSwitch", c.killSwitch());
        map.put("prompt", c.prompt());
        map.put("failure", failure(c.failure(), locale));
        return map;
    }

    static @Nullable Map<String, String> failure(@Nullable Failure failure, Locale locale) {
        if (failure == null) {
            return null;
        }
        FailureText words = FailureText.of(failure, locale);
        String text = words.text().isEmpty() ? words.title() : words.title() + ". " + words.text();
        var map = new LinkedHashMap<String, String>();
        map.put("code", failure.code().text());
        map.put("text", text);
        return map;
    }
}
