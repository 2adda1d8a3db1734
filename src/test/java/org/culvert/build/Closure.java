package org.culvert.build;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All classes that one class can reach by what stands in class files. */
final class Closure {
    private Closure() {}

    /** What of the desktop {@code start} reaches. */
    static List<String> desktopFrom(JavaClasses classes, String start) {
        return of(classes, start).stream()
                .filter(n -> n.startsWith("javafx.") || n.startsWith("org.culvert.desktop"))
                .toList();
    }

    /** Names of {@code start} and of everything that it or they depend on. */
    static Set<String> of(JavaClasses classes, String start) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<JavaClass>();
        open.add(classes.get(start));
        reached.add(start);
        while (!open.isEmpty()) {
            for (var use : open.remove().getDirectDependenciesFromSelf()) {
                String name = use.getTargetClass().getBaseComponentType().getName();
                if (reached.add(name) && classes.contain(name)) {
                    open.add(classes.get(name));
                }
            }
        }
        return reached;
    }
}
