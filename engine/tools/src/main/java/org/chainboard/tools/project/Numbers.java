package org.chainboard.tools.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Arrays of numbers as JSON, exact to the last bit: the shortest decimals that give the same number again, or, for many
 * numbers, their bytes (little-endian) as base64. What JSON has no number for is a string.
 */
final class Numbers {
    /** More numbers than this are written as base64. */
    static final int MOST_DECIMALS = 100_000;

    private static final String SHAPE = "shape";
    private static final String DTYPE = "dtype";
    private static final String NUMBERS = "numbers";
    private static final String BASE64 = "base64";
    private static final long LARGEST = 1 << 28;

    private Numbers() {}

    static ObjectNode write(Tensor tensor) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode shape = object.putArray(SHAPE);
        for (int dim : tensor.shape().dims()) {
            shape.add(dim);
        }
        object.put(DTYPE, tensor.dtype().toString());
        if (tensor.size() > MOST_DECIMALS) {
            object.put(BASE64, Base64.getEncoder().encodeToString(bytes(tensor)));
        } else {
            object.set(NUMBERS, decimals(tensor));
        }
        return object;
    }

    static ArrayNode decimals(Tensor tensor) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(tensor.size());
        for (int i = 0; i < tensor.size(); i++) {
            double value = tensor.get(i);
            boolean negativeZero = value == 0 && 1 / value < 0;
            if (!Double.isFinite(value) || negativeZero) {
                array.add(Double.toString(value));
            } else if (tensor.dtype() == DType.F32) {
                array.add((float) value);
            } else {
                array.add(value);
            }
        }
        return array;
    }

    private static byte[] bytes(Tensor tensor) {
        ByteBuffer buffer = ByteBuffer.allocate(
                        Math.multiplyExact(tensor.size(), tensor.dtype().bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.size(); i++) {
            if (tensor.dtype() == DType.F32) {
                buffer.putFloat((float) tensor.get(i));
            } else {
                buffer.putDouble(tensor.get(i));
            }
        }
        return buffer.array();
    }

    static Tensor read(Fields fields) throws ProjectException {
        Shape shape = shape(fields);
        DType dtype = dtype(fields, DTYPE);
        if (!fields.has(BASE64)) {
            return decimals(fields, NUMBERS, shape, dtype);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(fields.text(BASE64));
        } catch (IllegalArgumentException e) {
            throw fields.problem(fields.place(BASE64), "base64");
        }
        if (bytes.length != (long) shape.size() * dtype.bytes()) {
            throw fields.problem(fields.place(BASE64), "count", shape.size(), bytes.length / dtype.bytes());
        }
        return tensor(shape, dtype, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    private static Tensor tensor(Shape shape, DType dtype, ByteBuffer buffer) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dtype == DType.F32 ? buffer.getFloat() : buffer.getDouble();
        }
        return Tensor.of(shape, dtype, values);
    }

    private static Shape shape(Fields fields) throws ProjectException {
        JsonNode array = fields.array(SHAPE);
        int[] dims = new int[array.size()];
        long size = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            JsonNode dim = array.get(axis);
            boolean whole = dim.isIntegralNumber() && dim.canConvertToInt() && dim.intValue() >= 0;
            size = whole ? size * dim.intValue() : LARGEST;
            if (size >= LARGEST) {
                throw fields.wrong(SHAPE, "shape", array);
            }
            dims[axis] = dim.intValue();
        }
        return Shape.of(dims);
    }

    static DType dtype(Fields fields, String name) throws ProjectException {
        String text = fields.text(name);
        for (DType dtype : DType.values()) {
            if (dtype.toString().equals(text)) {
                return dtype;
            }
        }
        throw fields.wrong(name, "dtype", fields.any(name, "dtype"));
    }

    /** A list of as many numbers as {@code shape} has. */
    static Tensor decimals(Fields fields, String name, Shape shape, DType dtype) throws ProjectException {
        JsonNode array = fields.array(name);
        if (array.size() != shape.size()) {
            throw fields.problem(fields.place(name), "count", shape.size(), array.size());
        }
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(fields, name, array.get(i), dtype);
        }
        return Tensor.of(shape, dtype, values);
    }

    private static double value(Fields fields, String name, JsonNode value, DType dtype) throws ProjectException {
        if (value.isNumber()) {
            // a float is read as one: rounding to a double first could end one bit off
            return dtype == DType.F32 ? value.floatValue() : value.doubleValue();
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "-0.0" -> -0.0;
            default -> throw fields.wrong(name, "numbers", value);
        };
    }
}
