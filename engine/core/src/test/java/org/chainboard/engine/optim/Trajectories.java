package org.chainboard.engine.optim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Paths down f(p) = (1 - p0)² + 5 (p1 - p0²)² + cos(2 p2) + p2²/5 from (-1.2, 1, 0.5), which is not convex: as the rules written
 * as graph take them, and as a table in 50-digit arithmetic has them.
 */
final class Trajectories {
    static final double[] START = {-1.2, 1, 0.5};

    private Trajectories() {}

    static double[] slope(double[] p) {
        return new double[] {
            -2 * (1 - p[0]) - 20 * p[0] * (p[1] - p[0] * p[0]),
            10 * (p[1] - p[0] * p[0]),
            -2 * Math.sin(2 * p[2]) + 2 * p[2] / 5
        };
    }

    static Parameter parameter(DType dtype) {
        return new Parameter("p", Tensor.vector(START).cast(dtype));
    }

    static void step(UpdateRule optimiser, Rule rule, Parameter parameter) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var p = Var.read(builder, parameter);
        Var gradient = p.constant(Tensor.vector(slope(parameter.value().toDoubles())));
        Map<String, Var> hypers = new HashMap<>();
        optimiser
                .numbers(Map.of())
                .forEach((name, value) ->
                        hypers.put(name, Var.constant(builder, Tensor.of(Shape.scalar(), parameter.dtype(), value))));
        Update update = rule.step(p, gradient, hypers);
        parameter.set(update.parameter().value());
        update.states().forEach((state, value) -> state.set(value.value()));
    }

    /** The table: for each rule as text, the places after its first steps. */
    static Map<String, List<double[]>> table() {
        Map<String, List<double[]>> rows = new LinkedHashMap<>();
        lines().stream().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split(" \\| ");
            double[] place = new double[START.length];
            for (int i = 0; i < place.length; i++) {
                place[i] = Double.parseDouble(cells[2 + i]);
            }
            rows.computeIfAbsent(cells[0], text -> new ArrayList<>()).add(place);
        });
        return rows;
    }

    private static List<String> lines() {
        try (InputStream in = Trajectories.class.getResourceAsStream("trajectories.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
