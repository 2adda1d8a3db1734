package org.culvert.cli;

import org.culvert.profile.Legacy;
import org.culvert.profile.Summary;
import org.culvert.spec.Remote;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a profile means, as data. */
final class SummaryMap {
    private SummaryMap() {}

    static Map<String, @Nullable Object> of(Summary summary) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("servers", summary.servers().stream().map(SummaryMap::server).toList());
        map.put("traffic", lower(summary.traffic()));
        map.put(
                "networks",
                summary.networks().stream().map(r -> r.destination().toString()).toList());
        map.put("dns", summary.dns().stream().map(Object::toString).toList());
        map.put("takesDns", summary.takesDns());
        map.put("check", lower(summary.check()));
        map.put("password", summary.signIn().password());
        map.put("passwordKnown", summary.signIn().known());
        map.put("code", summary.signIn().code());
        map.put("passphrase", summary.signIn().passphrase());
        map.put("certificate", summary.signIn().certificate().map(SummaryMap::own).orElse(null));
        map.put("legacy", summary.legacy().stream().map(SummaryMap::legacy).toList());
        return map;
    }

    private static Map<String, Object> server(Remote remote) {
        var map = new LinkedHashMap<String, Object>();
        map.put("host", remote.host());
        map.put("port", remote.port());
        map.put("proto", lower(remote.transport()));
        return map;
    }

    private static Map<String, Object> own(Summary.Certificate own) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", own.name());
        map.put("from", own.from().toEpochMilli());
        map.put("until", own.until().toEpochMilli());
        return map;
    }

    private static Map<String, Object> legacy(Legacy legacy) {
        return Map.of("kind", lower(legacy.kind()), "word", legacy.word());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
