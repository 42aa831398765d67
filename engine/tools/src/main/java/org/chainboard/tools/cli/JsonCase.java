package org.chainboard.tools.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.words.Words;

/**
 * One line of {@code grad --json}.
 *
 * @param question the function and where
 * @param wrt the names that are differentiated by
 * @param order 0: the value alone; 1: the gradient too; 2: the second derivatives too
 * @param dtype how exactly it is computed
 */
record JsonCase(Question question, List<String> wrt, int order, DType dtype) {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    static JsonCase read(String line) throws CliException {
        if (line.isBlank()) {
            throw new CliException("json.blank");
        }
        JsonNode json = parse(line);
        if (!json.isObject()) {
            throw new CliException("json.object", brief(json));
        }
        Map<String, Tensor> vars = vars(json.path("vars"));
        List<String> wrt = wrt(json.path("wrt"), vars);
        int order = order(json.path("order"));
        DType dtype = dtype(json.path("dtype"));
        JsonNode expr = json.path("expr");
        if (!expr.isTextual()) {
            throw new CliException("json.expr", brief(expr));
        }
        return new JsonCase(Question.of(expr.textValue(), vars), wrt, order, dtype);
    }

    /** The JSON in a text. */
    static JsonNode parse(String text) throws CliException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new CliException("json.broken", column);
        }
    }

    private static Map<String, Tensor> vars(JsonNode json) throws CliException {
        if (!json.isObject() && !isAbsent(json)) {
            throw new CliException("json.vars", brief(json));
        }
        Map<String, Tensor> vars = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> var : json.properties()) {
            vars.put(var.getKey(), NestedList.read(var.getKey(), var.getValue()));
        }
        return vars;
    }

    private static List<String> wrt(JsonNode json, Map<String, Tensor> vars) throws CliException {
        if (isAbsent(json)) {
            return List.copyOf(vars.keySet());
        }
        if (!json.isArray()) {
            throw new CliException("json.wrt", brief(json));
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : json) {
            if (!name.isTextual()) {
                throw new CliException("json.wrt", brief(json));
            }
            if (!vars.containsKey(name.textValue())) {
                throw new CliException("json.noVar", name.textValue());
            }
            if (!names.contains(name.textValue())) {
                names.add(name.textValue());
            }
        }
        return names;
    }

    private static int order(JsonNode json) throws CliException {
        if (isAbsent(json)) {
            return 1;
        }
        boolean isWhole = json.isNumber() && json.doubleValue() == Math.rint(json.doubleValue());
        if (!isWhole || json.doubleValue() < 0 || json.doubleValue() > 2) {
            throw new CliException("json.order", brief(json));
        }
        return json.intValue();
    }

    private static DType dtype(JsonNode json) throws CliException {
        return switch (isAbsent(json) ? "f64" : json.asText()) {
            case "f64", "float64" -> DType.F64;
            case "f32", "float32" -> DType.F32;
            default -> throw new CliException("json.dtype", brief(json));
        };
    }

    private static boolean isAbsent(JsonNode json) {
        return json.isMissingNode() || json.isNull();
    }

    /** Some JSON as it is quoted in a sentence. */
    static String brief(JsonNode json) {
        return json == MissingNode.getInstance() ? "–" : Words.brief(json.toString());
    }
}
