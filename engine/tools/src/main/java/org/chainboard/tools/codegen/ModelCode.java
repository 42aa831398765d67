package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.chainboard.engine.data.Standardiser;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;

/** The layers as fields, and how samples go through them. */
final class ModelCode {
    private static final String CHAIN = "chain";
    private static final String PACKAGE = "org\\.chainboard\\.[a-z.]+";
    private static final int MOST_ON_THE_LINE = 88;

    private ModelCode() {}

    static void addTo(TypeSpec.Builder type, Subject subject, Learned learned) {
        Steps steps = subject.steps();
        Answers.changes(subject.schema().inputs())
                .ifPresent(inputs -> type.addField(
                        standardiser("inputs", "Brings the features to mean 0 and deviation 1.", inputs, learned)));
        LayerCode code = new LayerCode(subject.dtype(), learned);
        steps.fields().forEach((name, field) -> type.addField(layer(name, field, code)));
        if (steps.isStraight()) {
            type.addField(chain(steps));
        }
        subject.answers()
                .standardiser()
                .ifPresent(outputs -> type.addField(standardiser(
                        "outputs", "Brings the predictions back into their own units.", outputs, learned)));
        type.addMethod(apply(steps));
        type.addMethod(parameters(steps));
        boolean remembers =
                steps.all().stream().anyMatch(step -> !step.layer().states().isEmpty());
        if (remembers) {
            type.addMethod(states(steps));
        }
    }

    private static FieldSpec standardiser(String name, String meaning, Standardiser values, Learned learned) {
        String array = Identifiers.constant(name);
        CodeBlock mean = learned.constant(array + "_MEAN", "Mean of each of the " + name + ".", values.mean());
        CodeBlock deviation =
                learned.constant(array + "_DEVIATION", "Deviation of each of the " + name + ".", values.deviation());
        return FieldSpec.builder(Standardiser.class, name, Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("$L\n", meaning)
                .initializer("new $T($L, $L)", Standardiser.class, mean, deviation)
                .build();
    }

    private static FieldSpec layer(String name, Steps.Field field, LayerCode code) {
        CodeBlock made = code.of(name, field.layer());
        int length = name.length() + made.toString().replaceAll(PACKAGE, "").length();
        return FieldSpec.builder(field.layer().getClass(), name, Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("$L\n", Comments.code(field.layer().toString()))
                .initializer(CodeBlock.of(length < MOST_ON_THE_LINE ? "$L" : "\n$>$>$L$<$<", made))
                .build();
    }

    private static FieldSpec chain(Steps steps) {
        List<String> layers = steps.all().stream().map(ModelCode::name).toList();
        boolean fits = layers.stream().mapToInt(String::length).sum() < MOST_ON_THE_LINE / 2;
        CodeBlock.Builder code = CodeBlock.builder().add(fits ? "$T.of(" : "$T.of(\n$>$>", Chain.class);
        for (int i = 0; i < layers.size(); i++) {
            code.add(i == 0 ? "" : fits ? ", " : ",\n")
                    .add(reference(steps.all().get(i)));
        }
        return FieldSpec.builder(Chain.class, CHAIN, Modifier.PRIVATE, Modifier.FINAL)
                .addJavadoc("The layers one after the other.\n")
                .initializer(code.add(fits ? ")" : "$<$<)").build())
                .build();
    }

    private static String name(Steps.Step step) {
        return step.field().isEmpty() ? "Activation." + step.layer() : step.field();
    }

    /** The layer of a step: its field, or the row of the table of activations. */
    private static CodeBlock reference(Steps.Step step) {
        return step.field().isEmpty()
                ? new LayerCode(null, null).of("", step.layer())
                : CodeBlock.of("$L", step.field());
    }

    private static MethodSpec apply(Steps steps) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("apply")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Var.class)
                .addParameter(Var.class, Steps.INPUT)
                .addParameter(Mode.class, "mode")
                .addJavadoc("Runs the layers on features that are standardised already.\n");
        if (steps.isStraight()) {
            return method.addStatement("return $L.apply($L, mode)", CHAIN, Steps.INPUT)
                    .build();
        }
        for (Steps.Step step : steps.all()) {
            method.addStatement("$T $L = $L", Var.class, step.variable(), call(step));
        }
        return method.addStatement("return $L", steps.result()).build();
    }

    private static CodeBlock call(Steps.Step step) {
        if (step.layer() instanceof FunctionLayer) {
            String inputs = String.join(", ", step.inputs());
            return CodeBlock.of("$L.apply($T.of($L))", reference(step), List.class, inputs);
        }
        return CodeBlock.of("$L.apply($L, mode)", reference(step), step.inputs().get(0));
    }

    private static MethodSpec parameters(Steps steps) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("parameters")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, Parameter.class));
        if (steps.isStraight()) {
            return method.addStatement("return $L.parameters()", CHAIN).build();
        }
        String fields = steps.fields().keySet().stream().collect(Collectors.joining(", "));
        return method.addStatement("return $T.parameters($T.of($L))", Layer.class, List.class, fields)
                .build();
    }

    private static MethodSpec states(Steps steps) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("states")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, State.class));
        if (steps.isStraight()) {
            return method.addStatement("return $L.states()", CHAIN).build();
        }
        String fields = steps.fields().keySet().stream().collect(Collectors.joining(", "));
        return method.addStatement("return $T.states($T.of($L))", Layer.class, List.class, fields)
                .build();
    }
}
