package org.chainboard.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures everything there is on every workload, each in a process of its own, and writes a table. Takes JMH's options;
 * {@code -p} picks workloads, peers, threads and types.
 */
public final class Compare {
    /** Optional, and faster; our fast backend uses it where the Java that runs has it. */
    private static final String VECTORS = "jdk.incubator.vector";

    private final CommandLineOptions given;
    private final Path folder;
    private final PrintStream out;
    private final List<RunResult> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Compare(CommandLineOptions given, Path folder, PrintStream out) {
        this.given = given;
        this.folder = folder;
        this.out = out;
    }

    /** Exits with 1 when something could not be measured or does not compute the same. */
    public static void main(String[] args) throws CommandLineOptionException, IOException, RunnerException {
        Path folder = Path.of(System.getProperty("bench.out", "target/bench"));
        Files.createDirectories(folder);
        Compare compare = new Compare(
                new CommandLineOptions(args), folder, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        compare.measure();
        System.exit(compare.failures.isEmpty() ? 0 : 1);
    }

    private void measure() throws IOException, RunnerException {
        CProgram program = new CProgram(folder);
        for (Workload work : Workload.values()) {
            if (!wanted("network", work.name())) {
                continue;
            }
            FirstSteps expected = FirstSteps.of(work);
            expected.save(folder.resolve(work + ".expected"));
            out.println(work + ": the first losses are " + Arrays.toString(expected.losses()));
            for (Peer peer : Peers.all()) {
                if (wanted("peer", peer.name())
                        && (peer.runs(work) || given.getParameter("peer").hasValue())) {
                    run(work, peer);
                }
            }
            if (CProgram.isWritten(work) && wanted("peer", CProgram.NAME)) {
                runProgram(program, work, expected);
            }
        }
        Path json = folder.resolve("results.json");
        ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString()).writeOut(results);
        String table = new Table(Figure.all(results, program.figures())).text();
        Files.writeString(folder.resolve("table.md"), table);
        out.println();
        out.println(table);
        failures.forEach(out::println);
        out.println("In " + folder.toAbsolutePath().normalize() + ": results.json, table.md and JMH's own output.");
    }

    private void runProgram(CProgram program, Workload work, FirstSteps expected) throws IOException {
        try {
            out.println(program.run(work, expected));
        } catch (IllegalStateException e) {
            failures.add(work + " " + CProgram.NAME + " FAILED: " + e.getMessage());
            out.println(failures.get(failures.size() - 1));
        }
    }

    private boolean wanted(String parameter, String value) {
        Collection<String> asked = given.getParameter(parameter).orElse(List.of(value));
        return asked.contains(value);
    }

    private void run(Workload work, Peer peer) throws RunnerException {
        String[] threads = peer.threads().stream()
                .map(String::valueOf)
                .filter(count -> wanted("threads", count))
                .toArray(String[]::new);
        String[] types = peer.types().stream()
                .map(DType::name)
                .filter(type -> wanted("dtype", type))
                .toArray(String[]::new);
        if (threads.length == 0 || types.length == 0) {
            return;
        }
        boolean small = work == Workload.W1 || work == Workload.W2 || work == Workload.W6;
        String log = work + " " + peer.name() + ".txt";
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .include(TrainingStepBenchmark.class.getName() + (small ? ".inARow" : ".alone"))
                .param("network", work.name())
                .param("peer", peer.name())
                .param("threads", threads)
                .param("dtype", types)
                .addProfiler("gc")
                .jvmArgsAppend(processArguments(work))
                .output(folder.resolve(log).toString());
        Collection<RunResult> came = new Runner(options.build()).run();
        results.addAll(came);
        Figure.all(came, List.of()).forEach(out::println);
        if (came.size() < threads.length * types.length) {
            failures.add(work + " " + peer.name() + " FAILED; see “" + log + "”");
            out.println(failures.get(failures.size() - 1));
        }
    }

    private String[] processArguments(Workload work) {
        List<String> arguments = new ArrayList<>(List.of(
                "-D" + TrainingStepBenchmark.EXPECTED + "=" + folder.resolve(work + ".expected"),
                // where DJL unpacks PyTorch; it must not ask the network for more
                "-DENGINE_CACHE_DIR=" + folder.resolve("djl"),
                "-Dai.djl.offline=true"));
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            arguments.addAll(List.of("--add-modules", VECTORS));
        }
        return arguments.toArray(String[]::new);
    }
}
