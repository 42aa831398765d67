package org.chainboard.gpucheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.workload.Workload;

/** The same networks with the same first weights and batch in PyTorch on the same card, where there is a PyTorch. */
final class TorchPart implements Part.Work {
    private static final String SCRIPT = "torch_steps.py";
    private static final String NETWORKS = "networks.json";

    @Override
    public void run(Options options, Notes notes) {
        List<Path> made = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("chainboard-torch");
            made.add(folder);
            write(options, folder, made);
            // now, for while PyTorch is measured nothing else should run
            Map<Workload, FirstLosses> right =
                    options.works().stream().collect(Collectors.toMap(work -> work, FirstLosses::of));
            ask(options, folder, right, notes);
        } catch (IOException e) {
            notes.leftOut("PyTorch was not measured: " + e.getMessage());
        } finally {
            // the folder was made first and is empty once the rest is gone
            for (int i = made.size() - 1; i >= 0; i--) {
                made.get(i).toFile().delete();
            }
        }
    }

    private static void write(Options options, Path folder, List<Path> made) throws IOException {
        Set<Workload> works = options.works();
        Stopwatch.Method method = Stopwatch.Method.of(options);
        String networks = works.stream().map(TorchPart::described).collect(Collectors.joining(",\n "));
        String all = String.format(
                Locale.ROOT,
                "{\"first\": %d, \"rows\": %d, \"warm_up\": %d, \"warm_seconds\": %f, \"steps\": %d, "
                        + "\"seconds\": %f, \"rate\": %f,%n"
                        + " \"networks\": [%s]}%n",
                Stopwatch.FIRST,
                Stopwatch.ROWS,
                method.warmUp(),
                method.warmSeconds(),
                method.steps(),
                method.seconds(),
                Workload.RATE,
                networks);
        made.add(Files.writeString(folder.resolve(NETWORKS), all));
        for (Workload work : works) {
            made.add(Files.write(folder.resolve(work + ".f32"), numbers(work)));
        }
        try (InputStream script = TorchPart.class.getResourceAsStream(SCRIPT)) {
            made.add(Files.write(folder.resolve(SCRIPT), script.readAllBytes()));
        }
    }

    /** A network as the script reads it. */
    static String described(Workload work) {
        List<String> activations = IntStream.range(0, work.layers())
                .mapToObj(layer -> "\"" + work.activation(layer).name().toLowerCase(Locale.ROOT) + "\"")
                .toList();
        List<Integer> sizes = new ArrayList<>(List.of(work.inputs()));
        IntStream.range(0, work.layers()).map(work::out).forEach(sizes::add);
        return String.format(
                Locale.ROOT,
                "{\"network\": \"%s\", \"sizes\": %s, \"activations\": %s, \"loss\": \"%s\", \"optimiser\": \"%s\", "
                        + "\"batch\": %d}",
                work,
                sizes,
                activations,
                work.loss().text(),
                work.optimiser().text(),
                work.batch());
    }

    /** Weights, inputs and targets, one after the other. */
    private static byte[] numbers(Workload work) {
        List<float[]> arrays = Stream.concat(work.weights().stream(), Stream.of(work.x(), work.y()))
                .toList();
        int count = arrays.stream().mapToInt(array -> array.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] array : arrays) {
            for (float number : array) {
                bytes.putFloat(number);
            }
        }
        return bytes.array();
    }

    private static void ask(Options options, Path folder, Map<Workload, FirstLosses> right, Notes notes)
            throws IOException {
        Process process = new ProcessBuilder(options.python(), SCRIPT, NETWORKS)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        try (var lines = process.inputReader()) {
            lines.lines().map(FlatJson::parse).forEach(fields -> tell(fields, right, notes));
        }
        try {
            if (process.waitFor() != 0) {
                notes.leftOut(
                        "PyTorch ended with exit code " + process.exitValue() + "; pytorch.log has what it said.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One line of the script: a sentence, or a figure. */
    private static void tell(Map<String, String> fields, Map<Workload, FirstLosses> right, Notes notes) {
        if (fields.containsKey("left_out")) {
            notes.leftOut(fields.get("left_out"));
        } else if (fields.containsKey("fact")) {
            notes.fact(fields.get("fact"));
        } else if (fields.containsKey("network")) {
            Workload work = Workload.valueOf(fields.get("network"));
            double[] losses = Arrays.stream(fields.get("losses").split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Figure figure = new Figure(
                    work,
                    Way.PYTORCH,
                    Double.parseDouble(fields.get("row")),
                    Double.parseDouble(fields.get("alone")),
                    Integer.parseInt(fields.get("steps")));
            right.get(work).wrong(Way.PYTORCH, losses).ifPresentOrElse(notes::leftOut, () -> notes.add(figure.note()));
        }
    }
}
