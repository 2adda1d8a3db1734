package org.culvert.build;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the table of rooms itself: its order, its gaps, and arrows that nobody needs. */
final class Rooms {
    private Rooms() {}

    /** Packages that are no room of the table. */
    static Set<String> strangers(Iterable<JavaClass> classes) {
        var strangers = new LinkedHashSet<String>();
        for (JavaClass type : classes) {
            String room = Arrows.room(type.getPackageName());
            if (!room.isEmpty() && !House.ROOMS.containsKey(room)) {
                strangers.add(type.getPackageName());
            }
        }
        return strangers;
    }

    /** Arrows to a room that stands below or nowhere; without one there is no cycle. */
    static List<String> downward(Map<String, List<String>> table) {
        var found = new ArrayList<String>();
        var above = new LinkedHashSet<String>();
        for (var row : table.entrySet()) {
            row.getValue().stream()
                    .filter(used -> !above.contains(used) && !used.equals(row.getKey()))
                    .forEach(used -> found.add(row.getKey() + " -> " + used));
            above.add(row.getKey());
        }
        return found;
    }

    /** Arrows of the table that no class uses; a room without a class is still to be built. */
    static List<String> unused(Map<String, List<String>> table, Iterable<JavaClass> classes) {
        Set<String> used = used(classes);
        return table.entrySet().stream()
                .filter(row -> used.contains(arrow(row.getKey(), row.getKey())))
                .flatMap(row -> row.getValue().stream().map(to -> arrow(row.getKey(), to)))
                .filter(arrow -> !used.contains(arrow))
                .toList();
    }

    private static Set<String> used(Iterable<JavaClass> classes) {
        var used = new LinkedHashSet<String>();
        for (JavaClass user : classes) {
            String from = Arrows.room(user.getPackageName());
            used.add(arrow(from, from));
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                JavaClass target = use.getTargetClass().getBaseComponentType();
                used.add(arrow(from, Arrows.room(target.getPackageName())));
            }
        }
        return used;
    }

    private static String arrow(String from, String to) {
        return from + " -> " + to;
    }
}
