package org.chainboard.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files are read once for all rules: reading them is what takes time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppArchitectureTest {
    private static final AppPackages APP = new AppPackages("org.chainboard.app");
    private static final AppPackages PLANTED = new AppPackages("org.chainboard.app.architecture.planted");

    private final JavaClasses app = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // the engine's tests come as an archive
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.chainboard");
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED.root());

    /** Rules that hold for the window and that the planted code breaks. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("packages use only what their row allows", APP.arrows(), PLANTED.arrows()),
                Arguments.of(
                        "plots know nothing of training",
                        APP.plotsKnowNothingOfTraining(),
                        PLANTED.plotsKnowNothingOfTraining()),
                Arguments.of("one package uses JCuda", onePackageUsesJcuda(), onePackageUsesJcuda()),
                Arguments.of("statics are final", finalStatics(), finalStatics()),
                Arguments.of("one door leads to the FX thread", oneDoorToFx(), oneDoorToFx()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_window_keeps_the_rule_and_a_planted_fault_breaks_it(String name, ArchRule rule, ArchRule forPlanted) {
        assertThat(rule.evaluate(app).getFailureReport().getDetails()).isEmpty();
        assertThat(forPlanted.evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void sources_have_at_most_400_lines() throws IOException {
        assertThat(mainSources().filter(file -> lines(file).size() > 400)).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        assertThat(mainSources().map(Path::getParent).distinct())
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    private static Stream<Path> mainSources() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchRule onePackageUsesJcuda() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.chainboard.jcuda")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jcuda..");
    }

    private static ArchRule finalStatics() {
        return fields().that().areStatic().should().beFinal();
    }

    private static ArchRule oneDoorToFx() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(APP.root() + ".fx")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .allowEmptyShould(true);
    }
}
