package org.culvert.desktop.link;

import org.culvert.failure.Failure;

/** How the helper stands to this window. */
public sealed interface Service {
    /** Not asked yet. */
    record Searching() implements Service {}

    /** It answers; {@code version} is its own. */
    record Ready(String version) implements Service {}

    /** It does not, and why. */
    record Unreachable(Failure failure) implements Service {}
}
