package org.chainboard.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/**
 * The packages of the window and what each may use of the others. A package without a row is a part of the window, such
 * as {@code palette}: it uses what stands below, and never another part. The root package wires all, and may use all.
 */
record AppPackages(String root) {
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "fx", Set.of(),
            "ui", Set.of("fx"),
            "plot", Set.of("fx", "ui"),
            "document", Set.of(),
            "run", Set.of("document", "fx"),
            "action", Set.of("document", "run", "fx", "ui"));
    private static final Set<String> PART_MAY_USE = Set.of("document", "run", "action", "plot", "fx", "ui");

    ArchRule arrows() {
        return classes()
                .that(describe("are in a package of the window", this::isBelowRoot))
                .should(new ArchCondition<>("use only what their row allows") {
                    @Override
                    public void check(JavaClass from, ConditionEvents events) {
                        from.getDirectDependenciesFromSelf().stream()
                                .filter(AppPackages.this::isForbidden)
                                .map(use -> SimpleConditionEvent.violated(use, use.getDescription()))
                                .forEach(events::add);
                    }
                })
                .allowEmptyShould(true);
    }

    /** Plots take arrays: they know neither the engine nor training. */
    ArchRule plotsKnowNothingOfTraining() {
        return classes()
                .that()
                .resideInAPackage(root + ".plot..")
                .should()
                .onlyDependOnClassesThat(notOfTheEngine())
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> notOfTheEngine() {
        return describe("are not of the engine", used -> !used.getPackageName().startsWith("org.chainboard.engine"));
    }

    private boolean isBelowRoot(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private boolean isForbidden(Dependency use) {
        var target = use.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().equals(root) && !isBelowRoot(target)) {
            return false;
        }
        var from = topLevel(use.getOriginClass());
        var to = topLevel(target);
        return !from.equals(to) && !MAY_USE.getOrDefault(from, PART_MAY_USE).contains(to);
    }

    /** {@code canvas} for everything in {@code canvas} and {@code canvas.gesture}; empty for the root itself. */
    private String topLevel(JavaClass type) {
        var below = type.getPackageName().substring(root.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }
}
