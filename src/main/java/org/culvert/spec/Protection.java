package org.culvert.spec;

import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen for a profile that has all traffic.
 *
 * @param drops what becomes of traffic while its tunnel is down
 * @param lan whether the network around this computer stays reachable
 */
public record Protection(Drops drops, Lan lan) {
    /** Nothing was chosen. */
    public static final Protection USUAL = new Protection(Drops.BLOCKED, Lan.REACHABLE);

    /** What is not said is as usual. */
    public Protection(@Nullable Drops drops, @Nullable Lan lan) {
        this.drops = drops == null ? Drops.BLOCKED : drops;
        this.lan = lan == null ? Lan.REACHABLE : lan;
    }

    /** The same with another choice for traffic while the tunnel is down. */
    public Protection with(Drops other) {
        return new Protection(other, lan);
    }

    /** The same with another choice for the network around. */
    public Protection with(Lan other) {
        return new Protection(drops, other);
    }
}
