package org.chainboard.tools.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.chainboard.engine.tensor.Tensor;

/** The methods that name a class. */
final class ClassifyCode {
    static final String CLASSIFY = "classify";

    private static final ParameterizedTypeName STRINGS = ParameterizedTypeName.get(List.class, String.class);

    private ClassifyCode() {}

    static void addTo(TypeSpec.Builder type, Subject subject) {
        type.addMethod(ofOne());
        type.addMethod(ofMany(isSingle(subject) ? "label(answers, sample)" : "CLASSES.get(largest(answers, sample))"));
    }

    static void addHelpersTo(TypeSpec.Builder type, Subject subject) {
        type.addMethod(isSingle(subject) ? label(subject.answers().middle()) : largest());
    }

    private static boolean isSingle(Subject subject) {
        return subject.answers().classes().size() == 1;
    }

    private static MethodSpec ofOne() {
        return MethodSpec.methodBuilder(CLASSIFY)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addParameter(ArrayTypeName.of(TypeName.DOUBLE), PredictCode.FEATURES)
                .varargs()
                .addJavadoc("Names the class of one sample.\n\n")
                .addJavadoc("@param features one number for each of {@link #FEATURES}, in the units of the data\n")
                .addJavadoc("@return one of {@link #CLASSES}\n")
                .addJavadoc("@throws IllegalArgumentException when there are more or fewer features\n")
                .addStatement("return $L($L($L)).get(0)", CLASSIFY, PredictCode.SAMPLE, PredictCode.FEATURES)
                .build();
    }

    private static MethodSpec ofMany(String label) {
        return MethodSpec.methodBuilder(CLASSIFY)
                .addModifiers(Modifier.PUBLIC)
                .returns(STRINGS)
                .addParameter(Tensor.class, PredictCode.FEATURES)
                .addJavadoc("Names the class of each of many samples.\n\n@param features features x samples\n")
                .addStatement("$T answers = $L($L)", Tensor.class, PredictCode.RUN, PredictCode.FEATURES)
                .addStatement("$T labels = new $T<>()", STRINGS, ArrayList.class)
                .beginControlFlow("for (int sample = 0; sample < answers.shape().dim(1); sample++)")
                .addStatement("labels.add($L)", label)
                .endControlFlow()
                .addStatement("return labels")
                .build();
    }

    private static MethodSpec largest() {
        return MethodSpec.methodBuilder("largest")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(int.class)
                .addParameter(Tensor.class, "answers")
                .addParameter(int.class, "sample")
                .addJavadoc("The row with the largest answer to a sample.\n")
                .addStatement("int largest = 0")
                .beginControlFlow("for (int row = 1; row < CLASSES.size(); row++)")
                .beginControlFlow("if (answers.get(row, sample) > answers.get(largest, sample))")
                .addStatement("largest = row")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return largest")
                .build();
    }

    /** A single output says yes or no, on this side of the middle or on that. */
    private static MethodSpec label(double middle) {
        return MethodSpec.methodBuilder("label")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(String.class)
                .addParameter(Tensor.class, "answers")
                .addParameter(int.class, "sample")
                .addJavadoc("The only class, or that it is not, depending on which side of the middle the answer is.\n")
                .addStatement(
                        "return answers.get(0, sample) > $L ? CLASSES.get(0) : $S + CLASSES.get(0)",
                        middle == 0 ? "0" : String.valueOf(middle),
                        "not ")
                .build();
    }
}
