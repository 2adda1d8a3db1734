package org.culvert.build;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.ArrayList;
import java.util.List;

/** Finds calls by which a class of the core would learn the time by itself. */
final class Clocks {
    private static final List<String> READERS =
            List.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now");

    private Clocks() {}

    /** A line for each such call of a pure class. */
    static List<String> readIn(Iterable<JavaClass> classes) {
        var found = new ArrayList<String>();
        for (JavaClass type : classes) {
            if (Arrows.isPure(type)) {
                type.getAccessesFromSelf().stream()
                        .filter(Clocks::reads)
                        .forEach(access -> found.add(access.getDescription()));
            }
        }
        return found;
    }

    private static boolean reads(JavaAccess<?> access) {
        String called = access.getTargetOwner().getName() + "." + access.getTarget().getName();
        return READERS.contains(called);
    }
}
