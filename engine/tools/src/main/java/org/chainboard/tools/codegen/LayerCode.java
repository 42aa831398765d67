package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;

/**
 * A layer as the expression that makes it.
 *
 * @param dtype of its numbers
 * @param learned where its arrays go
 */
record LayerCode(DType dtype, Learned learned) {

    /** The expression; {@code field} names its arrays. */
    CodeBlock of(String field, Layer layer) {
        if (layer instanceof Dense dense) {
            return dense(field, dense);
        } else if (layer instanceof FunctionLayer function) {
            return function(functionName(function), function);
        } else if (layer instanceof Activation activation) {
            return CodeBlock.of("$T.$L", Activation.class, activation.name());
        }
        throw new IllegalArgumentException("no Java is known for the layer " + layer);
    }

    private CodeBlock dense(String field, Dense dense) {
        String array = Identifiers.constant(field);
        CodeBlock weight = learned.constant(
                array + "_W",
                "Weights of " + field + ": a row for each of its outputs, a column for each input.",
                dense.weight().value());
        CodeBlock bias = dense.bias() == null
                ? CodeBlock.of("null")
                : learned.constant(
                        array + "_B", "Bias of " + field + ".", dense.bias().value());
        CodeBlock activation = of(field, dense.activation());
        String name = Literals.text(dense.name());
        return CodeBlock.of("$T.of($L, $L, $L, $L)", Dense.class, name, weight, bias, activation);
    }

    /** Its letters are called by the name of the layer; where there are none, nobody can tell. */
    private static String functionName(FunctionLayer function) {
        return function.letters().stream()
                .findFirst()
                .map(Parameter::name)
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .orElse("f");
    }

    private CodeBlock function(String name, FunctionLayer function) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.of($L, $L, $T.$L",
                        FunctionLayer.class,
                        Literals.text(name),
                        Literals.text(function.f().text()),
                        DType.class,
                        dtype.name());
        for (Parameter letter : function.letters()) {
            code.add(", $L", Literals.number(letter.value().item(), dtype));
        }
        return code.add(")").build();
    }
}
