package org.chainboard.bench;

import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;

/**
 * Programs written by hand for one network each, what the hardware can do: compiled and run where there is a C compiler.
 */
final class CProgram {
    static final String NAME = "C";
    private static final List<Workload> WRITTEN = List.of(Workload.W1, Workload.W6);

    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();

    CProgram(Path folder) {
        this.folder = folder;
    }

    /** What {@link #run} measured. */
    List<Figure> figures() {
        return figures;
    }

    /** Whether there is a program for that network. */
    static boolean isWritten(Workload work) {
        return WRITTEN.contains(work);
    }

    /** Measures; gives a line for people. @throws IllegalStateException when it computes something else */
    String run(Workload work, FirstSteps expected) throws IOException {
        Optional<String> compiler =
                Stream.of("cc", "gcc", "clang").filter(CProgram::isThere).findFirst();
        String name = work.name().toLowerCase(Locale.ROOT);
        if (compiler.isEmpty()) {
            return "no C compiler here, so " + name + ".c was not run";
        }
        Path source = folder.resolve(name + ".c");
        Path program = folder.resolve(name);
        Path data = folder.resolve(name + ".data");
        try (InputStream in = CProgram.class.getResourceAsStream(name + ".c")) {
            Files.write(source, in.readAllBytes());
        }
        write(work, data);
        output(List.of(compiler.get(), "-O3", "-march=native", "-o", program.toString(), source.toString()));
        String[] lines = output(List.of(program.toString(), data.toString())).split("\n", -1);
        expected.requireLosses(numbers(lines[0]));
        double[] times = numbers(lines[1]);
        Arrays.sort(times);
        Figure figure = new Figure(NAME, work, 1, DType.F32, times[times.length / 2], times[0], 0);
        figures.add(figure);
        return figure.toString();
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.trim().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The batch, its targets and the first weights, as single-precision numbers of this machine. */
    private static void write(Workload work, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (float[] values : Stream.concat(Stream.of(work.x(), work.y()), work.weights().stream())
                    .toList()) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.nativeOrder());
                bytes.asFloatBuffer().put(values);
                out.write(bytes.array());
            }
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return text;
    }
}
