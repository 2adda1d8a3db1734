package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.culvert.net.PlantedViolation;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

class ArchitectureTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void everyArrowStandsInTheTable() {
        assertEquals(List.of(), Arrows.violations(MAIN));
    }

    @Test
    void everyPackageIsARoomOfTheTable() {
        var strangers = new LinkedHashSet<String>();
        for (JavaClass type : MAIN) {
            String room = Arrows.room(type.getPackageName());
            if (!room.isEmpty() && !House.ROOMS.containsKey(room)) {
                strangers.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void theTableHasNoCycle() {
        var seen = new ArrayList<String>();
        for (var row : House.ROOMS.entrySet()) {
            for (String used : row.getValue()) {
                boolean above = seen.contains(used) || used.equals(row.getKey());
                assertTrue(above, row.getKey() + " -> " + used);
            }
            seen.add(row.getKey());
        }
    }

    @Test
    void noCoreClassReadsAClock() {
        assertEquals(List.of(), Clocks.readIn(MAIN));
    }

    @Test
    void nothingReachableFromTheHelperTouchesTheDesktop() {
        Set<String> reached = Closure.of(MAIN, "org.culvert.helper.Main");
        assertTrue(reached.contains("org.culvert.helper.Main"));
        assertEquals(
                List.of(),
                reached.stream()
                        .filter(n -> n.startsWith("javafx.") || n.startsWith("org.culvert.desktop"))
                        .toList());
    }

    @Test
    void aPlantedViolationIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);

        List<String> arrows = Arrows.violations(planted);

        assertTrue(has(arrows, "net must not know failure"), arrows::toString);
        assertTrue(has(arrows, "net is pure and must not use java.net.Socket"), arrows::toString);
        assertTrue(has(arrows, "com.sun.jna does not live in net"), arrows::toString);
        assertEquals(1, Clocks.readIn(planted).size());
    }

    private static boolean has(List<String> sentences, String start) {
        return sentences.stream().anyMatch(sentence -> sentence.startsWith(start));
    }
}
