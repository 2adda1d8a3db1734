package org.culvert.desktop.link;

import org.culvert.ipc.Response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lets no sample of a connection pass before its past has. Safe for threads. */
final class Pasts {
    private final Set<String> begun = new HashSet<>();
    private final Map<String, List<Response.TrafficNotice>> held = new HashMap<>();

    /** Whether this is the first that is heard of {@code id}; its samples are held from now on. */
    synchronized boolean begins(String id) {
        boolean first = begun.add(id);
        if (first) {
            held.put(id, new ArrayList<>());
        }
        return first;
    }

    /** Samples were missed: all whose past had been told, and whose samples are held again. */
    synchronized List<String> again() {
        List<String> released = begun.stream().filter(id -> !held.containsKey(id)).toList();
        released.forEach(id -> held.put(id, new ArrayList<>()));
        return released;
    }

    /** Whether {@code tenth} is kept for later. */
    synchronized boolean holds(Response.TrafficNotice tenth) {
        List<Response.TrafficNotice> waiting = held.get(tenth.connection());
        if (waiting != null) {
            waiting.add(tenth);
        }
        return waiting != null;
    }

    /** The past of {@code id} has been told: what was held follows, before any other sample. */
    synchronized void release(String id, Consumer<Response.TrafficNotice> tell) {
        List<Response.TrafficNotice> waiting = held.remove(id);
        if (waiting != null) {
            waiting.forEach(tell);
        }
    }
}
