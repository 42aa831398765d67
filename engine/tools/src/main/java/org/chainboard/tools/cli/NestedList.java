package org.chainboard.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Arrays as JSON: a number, or lists in lists, row by row. What JSON has no number for is a string. */
final class NestedList {
    private static final int DEEPEST = 16;

    private NestedList() {}

    /** The array that {@code json} writes out, in double precision. @param name what it is called in a sentence */
    static Tensor read(String name, JsonNode json) throws CliException {
        int[] dims = dims(name, json);
        List<Double> numbers = new ArrayList<>();
        collect(name, json, dims, 0, numbers);
        double[] flat = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return Tensor.of(Shape.of(dims), DType.F64, flat);
    }

    private static int[] dims(String name, JsonNode json) throws CliException {
        int[] dims = new int[DEEPEST];
        int rank = 0;
        for (JsonNode list = json; list != null && list.isArray(); list = list.get(0)) {
            if (rank == DEEPEST) {
                throw new CliException("json.deep", name, DEEPEST);
            }
            dims[rank++] = list.size();
        }
        return Arrays.copyOf(dims, rank);
    }

    private static void collect(String name, JsonNode json, int[] dims, int axis, List<Double> numbers)
            throws CliException {
        if (axis == dims.length && !json.isArray()) {
            numbers.add(number(name, json));
            return;
        }
        if (axis == dims.length || !json.isArray() || json.size() != dims[axis]) {
            throw new CliException("json.ragged", name);
        }
        for (JsonNode part : json) {
            collect(name, part, dims, axis + 1, numbers);
        }
    }

    private static double number(String name, JsonNode json) throws CliException {
        if (json.isNumber() && Double.isFinite(json.doubleValue())) {
            return json.doubleValue();
        }
        return switch (json.isTextual() ? json.textValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new CliException("json.number", name, JsonCase.brief(json));
        };
    }

    static JsonNode write(Tensor tensor) {
        return write(tensor, 0, 0);
    }

    /** The part of {@code tensor} from element {@code start} on, below {@code axis}. */
    private static JsonNode write(Tensor tensor, int axis, int start) {
        Shape shape = tensor.shape();
        if (axis == shape.rank()) {
            double number = tensor.get(start);
            return Double.isFinite(number) ? DoubleNode.valueOf(number) : TextNode.valueOf(Double.toString(number));
        }
        int step = shape.strides()[axis];
        ArrayNode list = JsonNodeFactory.instance.arrayNode(shape.dim(axis));
        for (int i = 0; i < shape.dim(axis); i++) {
            list.add(write(tensor, axis + 1, start + i * step));
        }
        return list;
    }
}
