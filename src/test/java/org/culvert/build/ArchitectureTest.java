package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.culvert.helper.PlantedDetour;
import org.culvert.net.PlantedViolation;
import org.culvert.stranger.PlantedStranger;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        assertEquals(Set.of(), Rooms.strangers(MAIN));
    }

    @Test
    void theTableHasNoCycle() {
        assertEquals(List.of(), Rooms.downward(House.ROOMS));
    }

    @Test
    void everyArrowOfTheTableIsNeeded() {
        var unused = new ArrayList<>(Rooms.unused(House.ROOMS, MAIN));

        unused.removeAll(House.TO_COME);

        assertEquals(List.of(), unused);
    }

    @Test
    void noCoreClassReadsAClock() {
        assertEquals(List.of(), Clocks.readIn(MAIN));
    }

    @Test
    void nothingReachableFromTheHelperTouchesTheDesktop() {
        Set<String> reached = Closure.of(MAIN, "org.culvert.helper.Main");
        assertTrue(reached.contains("org.culvert.helper.Main"));
        assertEquals(List.of(), Closure.desktopFrom(MAIN, "org.culvert.helper.Main"));
    }

    @Test
    void everyMachineOfATunnelIsThere() {
        for (String machine : House.MACHINES) {
            assertTrue(MAIN.contain("org.culvert.tunnel." + machine), machine);
        }
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

    @Test
    void aPlantedStrangerIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedStranger.class);

        assertEquals(Set.of("org.culvert.stranger"), Rooms.strangers(planted));
    }

    @Test
    void aPlantedWayToTheDesktopIsFound() {
        JavaClasses planted =
                new ClassFileImporter()
                        .importClasses(PlantedDetour.class, PlantedDetour.Corner.class);

        assertEquals(
                List.of("javafx.geometry.Side"),
                Closure.desktopFrom(planted, PlantedDetour.class.getName()));
    }

    @Test
    void aPlantedCycleIsFound() {
        var table = new LinkedHashMap<String, List<String>>();
        table.put("a", List.of("b"));
        table.put("b", List.of("a"));

        assertEquals(List.of("a -> b"), Rooms.downward(table));
    }

    @Test
    void aPlantedArrowThatNobodyNeedsIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);

        assertEquals(
                List.of("net -> spec"),
                Rooms.unused(Map.of("net", List.of("failure", "spec")), planted));
    }

    private static boolean has(List<String> sentences, String start) {
        return sentences.stream().anyMatch(sentence -> sentence.startsWith(start));
    }
}
