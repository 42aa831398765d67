package org.chainboard.tools.codegen;

import com.palantir.javapoet.CodeBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Vectors and matrices as expressions, exact to the last bit. Small ones are decimals that can be read; the others are
 * base64, because Java has no room for many: the code that fills all arrays of a class may take 64 KB, about eight bytes
 * for each number and as many for each row, and one constant text 64 KB as well.
 */
final class TensorText {
    private static final int MOST_READABLE = 1_024;
    private static final int MOST_READABLE_IN_ALL = 4_096;
    private static final int MOST_ON_THE_LINE = 50;
    private static final int LINE = 96;
    private static final int LINES_OF_ONE_TEXT = 500;

    private int left = MOST_READABLE_IN_ALL;

    /** Whether there is room for these numbers as decimals; if so, the room is taken. */
    boolean isReadable(Tensor numbers) {
        int rows = numbers.shape().rank() == 2 ? numbers.shape().dim(0) : 0;
        boolean readable = numbers.size() <= MOST_READABLE && numbers.size() + rows <= left;
        left -= readable ? numbers.size() + rows : 0;
        return readable;
    }

    CodeBlock decimals(Tensor numbers) {
        boolean single = numbers.dtype() == DType.F32;
        if (numbers.shape().rank() == 2) {
            String rows = IntStream.range(0, numbers.shape().dim(0))
                    .mapToObj(row -> row(numbers, row))
                    .collect(Collectors.joining("\n"));
            return CodeBlock.of("$T.matrix(new $L[][] {\n$>$L$<\n})", Tensor.class, single ? "float" : "double", rows);
        }
        String items = items(numbers, 0, numbers.size());
        boolean fits = items.length() <= MOST_ON_THE_LINE;
        CodeBlock.Builder code = CodeBlock.builder();
        if (single) {
            code.add("$T.of($T.of($L),", Tensor.class, Shape.class, numbers.size())
                    .add(fits ? " " : "");
        } else {
            code.add("$T.vector(", Tensor.class);
        }
        return code.add(fits ? "$L)" : "\n$>$>$L$<$<)", items).build();
    }

    private static String row(Tensor matrix, int row) {
        int columns = matrix.shape().dim(1);
        String items = items(matrix, row * columns, columns);
        return "{" + items.replace("\n", "\n" + SourceText.INDENT) + "},";
    }

    private static String items(Tensor numbers, int from, int count) {
        return Literals.list(IntStream.range(from, from + count)
                .mapToObj(i -> Literals.number(numbers.get(i), numbers.dtype()))
                .toList());
    }

    /** A call of {@code decoder} with the size and the bytes. */
    CodeBlock base64(String decoder, Tensor numbers) {
        String dims =
                Arrays.stream(numbers.shape().dims()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        CodeBlock.Builder call = CodeBlock.builder().add("$L($T.of($L)$>$>", decoder, Shape.class, dims);
        for (String text : texts(Base64.getEncoder().encodeToString(bytes(numbers)))) {
            call.add(",\n\"\"\"\n$L\n\"\"\"", text);
        }
        return call.add("$<$<)").build();
    }

    private static List<String> texts(String base64) {
        List<String> texts = new ArrayList<>();
        for (int start = 0; start < base64.length(); start += LINE * LINES_OF_ONE_TEXT) {
            int end = Math.min(base64.length(), start + LINE * LINES_OF_ONE_TEXT);
            texts.add(base64.substring(start, end).replaceAll("(.{" + LINE + "})(?!$)", "$1\n"));
        }
        return texts;
    }

    private static byte[] bytes(Tensor numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(
                Math.multiplyExact(numbers.size(), numbers.dtype().bytes()));
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.dtype() == DType.F32) {
                buffer.putFloat((float) numbers.get(i));
            } else {
                buffer.putDouble(numbers.get(i));
            }
        }
        return buffer.array();
    }
}
