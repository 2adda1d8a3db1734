package org.culvert.build;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the uses that one class makes of others by {@link House}. */
final class Arrows {
    private Arrows() {}

    /** A sentence for each use that the table does not allow. */
    static List<String> violations(Iterable<JavaClass> classes) {
        var found = new ArrayList<String>();
        for (JavaClass user : classes) {
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                judge(user, use.getTargetClass().getBaseComponentType())
                        .ifPresent(why -> found.add(why + " (" + use.getDescription() + ")"));
            }
        }
        return found;
    }

    private static Optional<String> judge(JavaClass user, JavaClass used) {
        String from = room(user.getPackageName());
        if (!used.getPackageName().startsWith("org.culvert")) {
            return library(from, used).or(() -> impure(from, user, used));
        }
        String to = room(used.getPackageName());
        if (from.equals(to) || to.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        boolean allowed =
                House.ROOMS.getOrDefault(from, List.of()).contains(to)
                        || to.equals(House.ASSEMBLERS.get(topLevel(user)));
        return allowed ? Optional.empty() : Optional.of(from + " must not know " + to);
    }

    private static Optional<String> library(String from, JavaClass used) {
        return House.LIBRARIES.entrySet().stream()
                .filter(row -> used.getName().startsWith(row.getKey()))
                .findFirst()
                .filter(row -> !row.getValue().contains(from))
                .map(row -> row.getKey() + " does not live in " + from);
    }

    private static Optional<String> impure(String from, JavaClass user, JavaClass used) {
        return isPure(user) && Purity.forbids(from, used.getName())
                ? Optional.of(from + " is pure and must not use " + used.getName())
                : Optional.empty();
    }

    /** Whether a class decides and never acts. */
    static boolean isPure(JavaClass type) {
        return House.isPure(room(type.getPackageName()), topLevel(type));
    }

    /** The room of a package: views stand in {@code desktop}, the root in no room. */
    static String room(String packageName) {
        if (!packageName.startsWith(House.ROOT)) {
            return "";
        }
        String path = packageName.substring(House.ROOT.length());
        return Stream.concat(House.ROOMS.keySet().stream(), Stream.of("desktop"))
                .filter(room -> path.equals(room) || path.startsWith(room + "."))
                .reduce((a, b) -> a.length() > b.length() ? a : b)
                .orElse(path);
    }

    private static String topLevel(JavaClass type) {
        int dollar = type.getName().indexOf('$');
        return dollar < 0 ? type.getName() : type.getName().substring(0, dollar);
    }
}
