package org.chainboard.tools.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** The class inside the class that holds the numbers, so that the layers can be read without them. */
final class Learned {
    private static final String NAME = "Learned";
    private static final Modifier[] CONSTANT = {Modifier.STATIC, Modifier.FINAL};

    private final Names names = new Names();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final TensorText text = new TensorText();
    private final Set<DType> encoded = EnumSet.noneOf(DType.class);

    /** Keeps an array under a name like this one, and gives the code that reads it. */
    CodeBlock constant(String wished, String meaning, Tensor numbers) {
        String name = names.free(wished);
        boolean decimals = text.isReadable(numbers);
        if (!decimals) {
            encoded.add(numbers.dtype());
        }
        fields.add(FieldSpec.builder(Tensor.class, name, CONSTANT)
                .addJavadoc("$L\n", meaning)
                .initializer(decimals ? text.decimals(numbers) : text.base64(decoder(numbers.dtype()), numbers))
                .build());
        return CodeBlock.of("$L.$L", NAME, name);
    }

    void addTo(TypeSpec.Builder outer) {
        if (fields.isEmpty()) {
            return;
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The numbers.\n")
                .addFields(fields)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        encoded.forEach(dtype -> type.addMethod(decode(dtype)));
        outer.addType(type.build());
    }

    private static String decoder(DType dtype) {
        return dtype == DType.F32 ? "floats" : "doubles";
    }

    private static MethodSpec decode(DType dtype) {
        boolean single = dtype == DType.F32;
        TypeName number = single ? TypeName.FLOAT : TypeName.DOUBLE;
        return MethodSpec.methodBuilder(decoder(dtype))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Tensor.class)
                .addParameter(Shape.class, "shape")
                .addParameter(ArrayTypeName.of(String.class), "base64")
                .varargs()
                .addJavadoc(
                        "An array whose numbers are written as base64: row by row, each number's lowest byte first.\n")
                .addStatement(
                        "byte[] bytes = $T.getMimeDecoder().decode($T.join($S, base64))",
                        Base64.class,
                        String.class,
                        "")
                .addStatement("$T[] numbers = new $T[shape.size()]", number, number)
                .addStatement(
                        "$T.wrap(bytes).order($T.LITTLE_ENDIAN).as$LBuffer().get(numbers)",
                        ByteBuffer.class,
                        ByteOrder.class,
                        single ? "Float" : "Double")
                .addStatement(
                        single ? "return $T.of(shape, numbers)" : "return $T.vector(numbers).reshape(shape)",
                        Tensor.class)
                .build();
    }
}
