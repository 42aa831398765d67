package org.chainboard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files are read once for all rules: reading them is what takes time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineArchitectureTest {
    private static final String ENGINE = "org.chainboard.engine";
    private static final String PLANTED = "org.chainboard.architecture.planted";

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ENGINE);
    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    /** Rules that hold for the engine and that the planted code breaks. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("arrows point downwards", EnginePackage.arrowsIn(ENGINE), EnginePackage.arrowsIn(PLANTED)),
                Arguments.of(
                        "every package has a row", everyClassHasARow(ENGINE), everyClassHasARow(PLANTED + ".none")),
                Arguments.of("services are looked for in one place", oneServiceLoader(), oneServiceLoader()),
                Arguments.of("statics do not change", MutableStatics.rule(), MutableStatics.rule()),
                Arguments.of("only Java is used", onlyJavaBeside(ENGINE), onlyJavaBeside(PLANTED + ".tensor")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_engine_keeps_the_rule_and_a_planted_fault_breaks_it(String name, ArchRule rule, ArchRule forPlanted) {
        assertThat(rule.evaluate(engine).getFailureReport().getDetails()).isEmpty();
        assertThat(forPlanted.evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void no_package_leads_back_to_itself() {
        var rule = slices().matching(ENGINE + ".(**)").should().beFreeOfCycles();
        assertThat(rule.evaluate(engine).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void sources_are_short_and_every_package_says_what_it_is_for(Path sources) {
        assertThat(SourceFiles.tooLongIn(sources)).isEmpty();
        assertThat(SourceFiles.packagesWithoutNoteIn(sources)).isEmpty();
    }

    static Stream<Path> sources() {
        return Stream.of("core", "tools", "nd4j", "jcuda").map(module -> Path.of("..", module, "src", "main", "java"));
    }

    @Test
    void planted_packages_without_a_note_are_found() {
        assertThat(SourceFiles.packagesWithoutNoteIn(Path.of("src/test/java/org/chainboard/architecture/planted")))
                .hasSize(2);
    }

    private static ArchRule everyClassHasARow(String root) {
        return classes().should().resideInAnyPackage(EnginePackage.allIn(root));
    }

    private static ArchRule oneServiceLoader() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ENGINE + ".backend.Backends")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class);
    }

    private static ArchRule onlyJavaBeside(String root) {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".backend.jvm")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", root, root + "..");
    }
}
