package org.chainboard.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** No static may change: neither the field nor, as far as its type tells, what it holds. */
final class MutableStatics {
    private static final Set<String> CHANGING = Set.of(
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal",
            "java.util.ArrayList",
            "java.util.BitSet",
            "java.util.EnumMap",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.LinkedHashMap",
            "java.util.Random",
            "java.util.WeakHashMap");

    private MutableStatics() {}

    static ArchRule rule() {
        return noFields()
                .should(be(changing()))
                .allowEmptyShould(true)
                .because("state has an owner, built by a constructor");
    }

    private static DescribedPredicate<JavaField> changing() {
        return DescribedPredicate.describe("a static that can change", MutableStatics::changes);
    }

    private static boolean changes(JavaField field) {
        var modifiers = field.getModifiers();
        if (!modifiers.contains(JavaModifier.STATIC) || modifiers.contains(JavaModifier.SYNTHETIC)) {
            return false;
        }
        var type = field.getRawType();
        return !modifiers.contains(JavaModifier.FINAL)
                || CHANGING.contains(type.getName())
                || type.getPackageName().startsWith("java.util.concurrent.atomic")
                || type.getSimpleName().startsWith("Concurrent");
    }
}
