package vn.motcua.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house: openapi <- notification, satisfaction <- api; features meet through public types, never through tables. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.motcua");

    private static final List<String> FEATURES = List.of(
            "agency",
            "calendar",
            "catalogue",
            "dossier",
            "feedback",
            "forecast",
            "notification",
            "organisation",
            "quality",
            "report",
            "satisfaction",
            "search");

    @Test
    void theSharedWordsKnowNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua.openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.motcua.notification..",
                        "vn.motcua.satisfaction..",
                        "vn.motcua.agency..",
                        "vn.motcua.calendar..",
                        "vn.motcua.catalogue..",
                        "vn.motcua.dossier..",
                        "vn.motcua.identity..",
                        "vn.motcua.web..")
                .check(HOUSE);
    }

    @Test
    void notificationAndSatisfactionNeverKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua.notification..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.satisfaction..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("vn.motcua.satisfaction..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.notification..")
                .check(HOUSE);
    }

    @Test
    void theLibraryModulesDoNotKnowTheService() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.motcua.notification..", "vn.motcua.satisfaction..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.motcua.agency..",
                        "vn.motcua.calendar..",
                        "vn.motcua.catalogue..",
                        "vn.motcua.dossier..",
                        "vn.motcua.identity..",
                        "vn.motcua.web..")
                .check(HOUSE);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("vn.motcua.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theServiceDoesNotUseTheLocalParts() {
        var service = HOUSE.that(DescribedPredicate.describe(
                "the service, without the test helpers of other modules", HouseRulesTest::isService));
        assertTrue(service.size() > 200, "classes seen: " + service.size());
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.local..")
                .check(service);
    }

    private static boolean isService(JavaClass type) {
        var origin = type.getSource().map(s -> s.getUri().toString()).orElse("");
        return !type.getPackageName().startsWith("vn.motcua.local")
                && !origin.contains("test-classes")
                && !origin.contains("-tests.jar");
    }

    @Test
    void nobodyReadsAnotherFeaturesTables() throws IOException {
        var foreign = new ArrayList<String>();
        for (var source : sources()) {
            var own = source.getParent().getFileName().toString();
            foreign.addAll(foreignTables(own, source.getFileName().toString(), Files.readString(source)));
        }
        assertEquals(List.of(), foreign);
    }

    @Test
    void theTableRuleSeesAViolation() {
        var sql = "var q = \"select code from dossier.dossier where code = $1\";";
        assertEquals(1, foreignTables("catalogue", "X.java", sql).size());
        assertTrue(foreignTables("dossier", "X.java", sql).isEmpty());
    }

    /** SQL names tables as schema.table after from, join, into or update. */
    private static List<String> foreignTables(String own, String file, String source) {
        var tables = Pattern.compile("\\b(?:from|join|into|update)\\s+(" + String.join("|", FEATURES) + ")\\.[a-z_]+");
        return tables.matcher(source)
                .results()
                .filter(m -> !m.group(1).equals(own))
                .map(m -> file + ": " + m.group())
                .toList();
    }

    private static List<Path> sources() throws IOException {
        var folders = Map.of(
                "api", Path.of("src/main/java/vn/motcua"),
                "notification", Path.of("../notification/src/main/java"),
                "satisfaction", Path.of("../satisfaction/src/main/java"));
        var files = new ArrayList<Path>();
        for (var folder : folders.values()) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(f -> f.toString().endsWith(".java")).forEach(files::add);
            }
        }
        assertTrue(
                files.size() > 20,
                "the sources were not found from " + Path.of("").toAbsolutePath());
        return files;
    }
}
