package org.chainboard.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The packages of the engine, lowest first, and what each may use; a new package needs a row. */
enum EnginePackage {
    TENSOR,
    GRAPH(TENSOR),
    OP(GRAPH, TENSOR),
    EVAL(OP, GRAPH, TENSOR),
    GRAD(EVAL, OP, GRAPH, TENSOR),
    EXPR(GRAD, EVAL, OP, GRAPH, TENSOR),
    LAYER(EXPR, EVAL, OP, GRAPH, TENSOR),
    LOSS(EXPR, EVAL, OP, GRAPH, TENSOR),
    OPTIM(EXPR, EVAL, OP, GRAPH, TENSOR),
    NETWORK(LAYER, LOSS, EXPR, EVAL, OP, GRAPH, TENSOR),
    PLAN(EVAL, OP, GRAPH, TENSOR),
    BACKEND(PLAN, EVAL, OP, GRAPH, TENSOR),
    BACKEND_REFERENCE(BACKEND, PLAN, EVAL, OP, GRAPH, TENSOR),
    LOWER(BACKEND, PLAN, EVAL, OP, GRAPH, TENSOR),
    BACKEND_JVM(LOWER, BACKEND, PLAN, EVAL, OP, GRAPH, TENSOR),
    DATA(TENSOR),
    TRAIN(DATA, BACKEND, PLAN, NETWORK, OPTIM, LOSS, LAYER, EXPR, GRAD, EVAL, OP, GRAPH, TENSOR),
    /** The root package, a short way into all of it. */
    FACADE(TRAIN, DATA, BACKEND, PLAN, NETWORK, OPTIM, LOSS, LAYER, EXPR, GRAD, EVAL, OP, GRAPH, TENSOR);

    private final List<EnginePackage> mayUse;

    EnginePackage(EnginePackage... mayUse) {
        this.mayUse = List.of(mayUse);
    }

    String in(String root) {
        return this == FACADE
                ? root
                : root + "." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The whole table as one rule. */
    static LayeredArchitecture arrowsIn(String root) {
        var arrows = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .withOptionalLayers(true);
        for (var row : values()) {
            arrows.layer(row.name()).definedBy(row.in(root));
        }
        for (var row : values()) {
            arrows = row.addTo(arrows);
        }
        return arrows;
    }

    private LayeredArchitecture addTo(LayeredArchitecture arrows) {
        var names = mayUse.stream().map(Enum::name).toArray(String[]::new);
        var layer = arrows.whereLayer(name());
        return names.length == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(names);
    }

    static String[] allIn(String root) {
        return Arrays.stream(values()).map(row -> row.in(root)).toArray(String[]::new);
    }
}
