package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.AlphaDropout;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Bilinear;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Dropout;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.LayerNorm;
import org.chainboard.engine.layer.Scale;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Variable;

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
        } else if (layer instanceof Scale scale) {
            return scale(field, scale);
        } else if (layer instanceof Bilinear bilinear) {
            return bilinear(field, bilinear);
        } else if (layer instanceof BatchNorm norm) {
            return batchNorm(field, norm);
        } else if (layer instanceof LayerNorm norm) {
            return layerNorm(field, norm);
        } else if (layer instanceof Dropout dropout) {
            return CodeBlock.of("new $T($L)", Dropout.class, Double.toString(dropout.p()));
        } else if (layer instanceof AlphaDropout dropout) {
            return CodeBlock.of("new $T($L)", AlphaDropout.class, Double.toString(dropout.p()));
        }
        return new HolderCode(this).of(field, layer).orElseThrow(() -> unknown(layer));
    }

    private static IllegalArgumentException unknown(Layer layer) {
        return new IllegalArgumentException("no Java is known for the layer " + layer);
    }

    /** A layer inside another one keeps its numbers under its own name. */
    private static String array(String field, String name) {
        return Identifiers.constant(name.contains(".") ? Identifiers.camel(name, field) : field);
    }

    private CodeBlock numbers(String array, String meaning, Variable variable) {
        if (variable == null) {
            return CodeBlock.of("null");
        }
        return learned.constant(array, meaning + " of " + variable.name() + ".", variable.value());
    }

    private CodeBlock scale(String field, Scale scale) {
        String array = array(field, scale.name());
        Shape size = scale.scale().shape();
        return CodeBlock.of(
                "$T.of($L, $L, $L, $L)",
                Scale.class,
                Literals.text(scale.name()),
                shaped(numbers(array + "_SCALE", "Factors", flat(scale.scale())), size),
                scale.bias() == null
                        ? CodeBlock.of("null")
                        : shaped(numbers(array + "_B", "Shifts", flat(scale.bias())), size),
                of(field, scale.activation()));
    }

    /** As a vector, which can be written down whatever the size is. */
    private static Parameter flat(Parameter parameter) {
        return new Parameter(
                parameter.name(),
                parameter.value().reshape(Shape.of(parameter.shape().size())));
    }

    private static CodeBlock shaped(CodeBlock vector, Shape size) {
        return size.rank() == 1 ? vector : CodeBlock.of("$L.reshape($L)", vector, shape(size));
    }

    private static CodeBlock shape(Shape size) {
        String dims = Arrays.stream(size.dims()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return CodeBlock.of("$T.of($L)", Shape.class, dims);
    }

    private CodeBlock bilinear(String field, Bilinear bilinear) {
        String array = array(field, bilinear.name());
        return CodeBlock.of(
                "$T.of($L, $L, $L, $L)",
                Bilinear.class,
                Literals.text(bilinear.name()),
                shaped(
                        numbers(array + "_W", "Weights", flat(bilinear.weight())),
                        bilinear.weight().shape()),
                numbers(array + "_B", "Bias", bilinear.bias()),
                of(field, bilinear.activation()));
    }

    private CodeBlock batchNorm(String field, BatchNorm norm) {
        String array = array(field, norm.name());
        return CodeBlock.of(
                "$T.of($L, $L, $L, $L, $L, $L, $L, $L)",
                BatchNorm.class,
                Literals.text(norm.name()),
                numbers(array + "_BETA", "Shifts", norm.beta()),
                numbers(array + "_GAMMA", "Factors", norm.gamma()),
                numbers(array + "_MEAN", "Running means", norm.mean()),
                numbers(array + "_VARIANCE", "Running variances", norm.variance()),
                of(field, norm.activation()),
                Double.toString(norm.epsilon()),
                Double.toString(norm.momentum()));
    }

    private CodeBlock layerNorm(String field, LayerNorm norm) {
        return CodeBlock.of(
                "new $T($L, $L, $L, $L)",
                LayerNorm.class,
                shape(norm.size()),
                norm.diagonal() == null ? CodeBlock.of("null") : scale(field, norm.diagonal()),
                of(field, norm.activation()),
                Double.toString(norm.epsilon()));
    }

    private CodeBlock dense(String field, Dense dense) {
        String array = array(field, dense.name());
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
