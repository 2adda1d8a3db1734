package org.culvert.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/** Kernel settings of a namespace; what they were before comes back when it is closed. */
final class Settings implements AutoCloseable {
    private final String namespace;
    private final Map<String, String> before = new LinkedHashMap<>();

    Settings(String namespace, Map<String, String> values) {
        this.namespace = namespace;
        values.forEach((name, value) -> {
            before.put(name, sysctl("-n " + name).strip());
            write(name, value);
        });
    }

    @Override
    public void close() {
        before.forEach(this::write);
    }

    private void write(String name, String value) {
        sysctl("-qw '" + name + "=" + value + "'");
    }

    private String sysctl(String words) {
        return Shell.bash("ip netns exec " + namespace + " sysctl " + words).must().out();
    }
}
