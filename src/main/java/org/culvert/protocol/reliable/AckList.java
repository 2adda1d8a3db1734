package org.culvert.protocol.reliable;

import java.util.ArrayList;
import java.util.List;

/**
 * Message ids to acknowledge: new ones first, then those acknowledged last, which repair losses
 * (protocol 2.2; C: {@code copy_acks_to_mru}).
 */
final class AckList {
    private static final int CAPACITY = 8;

    private final List<Integer> pending = new ArrayList<>();
    private final List<Integer> recent = new ArrayList<>();

    /** Remembers a message id to acknowledge; false where the store is full. */
    boolean add(int messageId) {
        if (pending.contains(messageId)) {
            return true;
        }
        return pending.size() < CAPACITY && pending.add(messageId);
    }

    /** Whether something new waits to be acknowledged. */
    boolean isPending() {
        return !pending.isEmpty();
    }

    /** Takes at most {@code most} ids, new ones first; the new ones among them are done. */
    List<Integer> take(int most) {
        int fresh = Math.min(most, pending.size());
        var taken = new ArrayList<>(pending.subList(0, fresh));
        pending.subList(0, fresh).clear();
        for (int i = taken.size() - 1; i >= 0; i--) {
            recent.remove((Object) taken.get(i));
            recent.addFirst(taken.get(i));
        }
        while (recent.size() > CAPACITY) {
            recent.removeLast();
        }
        for (int i = fresh; i < recent.size() && taken.size() < most; i++) {
            taken.add(recent.get(i));
        }
        return taken;
    }

    /** The ids acknowledged last, newest first. */
    List<Integer> recent() {
        return List.copyOf(recent);
    }
}
