package org.chainboard.gpucheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.workload.Workload;

/**
 * What was asked for on the command line.
 *
 * @param folder where all that is found out is written
 * @param quick few steps and small networks only: for trying the program itself
 * @param patience how many times as long as usual each part may take
 * @param python the command that starts Python
 * @param parts those that are run
 * @param works the networks whose steps are measured
 * @param alone the one part to be run in this process; null where all are to be run
 */
record Options(
        Path folder, boolean quick, double patience, String python, Set<Part> parts, Set<Workload> works, Part alone) {
    static final String USAGE =
            """
            Usage: check [--quick] [--out FOLDER] [--only PART,PART] [--networks W1,W7] [--sanitizer]
                         [--python COMMAND] [--patience TIMES]
              --quick      few steps, small networks: tries the check itself, measures nothing
              --out        where the report and the parts' notes go; usually the folder gpu-check-out
              --only       only these parts: %s
              --networks   only these are measured; docs/performance.md says what they are
              --sanitizer  the conformance part once more under compute-sanitizer, where there is one
              --python     the Python that is asked for PyTorch; usually python3
              --patience   each part may take so many times as long as usual""".formatted(Arrays.stream(Part.values()).map(Options::name).collect(Collectors.joining(", ")));

    private static final Set<Workload> SMALL = EnumSet.of(Workload.W1, Workload.W2, Workload.W6);

    /** @throws IllegalArgumentException with the usage, where something is not understood */
    static Options of(String... args) {
        Set<Part> parts = EnumSet.allOf(Part.class);
        parts.remove(Part.SANITIZER);
        Set<Workload> works = EnumSet.allOf(Workload.class);
        Options options = new Options(Path.of("gpu-check-out"), false, 1, "python3", parts, works, null);
        List<String> rest = new ArrayList<>(Arrays.asList(args));
        Collections.reverse(rest);
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(rest.size() - 1), rest);
        }
        return options;
    }

    private Options with(String name, List<String> rest) {
        return switch (name) {
            case "--quick" -> new Options(folder, true, patience, python, parts, SMALL, alone);
            case "--sanitizer" -> new Options(folder, quick, patience, python, plus(Part.SANITIZER), works, alone);
            case "--out" -> new Options(Path.of(next(name, rest)), quick, patience, python, parts, works, alone);
            case "--python" -> new Options(folder, quick, patience, next(name, rest), parts, works, alone);
            case "--patience" -> new Options(folder, quick, times(next(name, rest)), python, parts, works, alone);
            case "--only" -> new Options(folder, quick, patience, python, named(next(name, rest)), works, alone);
            case "--networks" -> new Options(folder, quick, patience, python, parts, these(next(name, rest)), alone);
            case "--alone" -> new Options(folder, quick, patience, python, parts, works, part(next(name, rest)));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static String next(String name, List<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs something after it.\n" + USAGE);
        }
        return rest.remove(rest.size() - 1);
    }

    private Set<Part> plus(Part another) {
        Set<Part> more = EnumSet.copyOf(parts);
        more.add(another);
        return more;
    }

    private static double times(String text) {
        try {
            double times = Double.parseDouble(text);
            if (times > 0) {
                return times;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("“" + text + "” is no number of times.\n" + USAGE);
    }

    private static Set<Part> named(String list) {
        Set<Part> named = EnumSet.noneOf(Part.class);
        for (String name : list.split(",")) {
            named.add(part(name.trim()));
        }
        return named;
    }

    private static Set<Workload> these(String list) {
        try {
            Set<Workload> these = EnumSet.noneOf(Workload.class);
            for (String name : list.split(",")) {
                these.add(Workload.valueOf(name.trim()));
            }
            return these;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("“" + list + "” are no networks.\n" + USAGE, e);
        }
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> name(part).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part “" + name + "”.\n" + USAGE));
    }

    /** What a part is called on the command line and in the names of files. */
    static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** What makes another process run one part in the same way. */
    List<String> toRun(Part part) {
        List<String> arguments = new ArrayList<>(quick ? List.of("--quick") : List.of());
        String networks = works.stream().map(Workload::name).collect(Collectors.joining(","));
        arguments.addAll(List.of("--out", folder.toString(), "--python", python, "--networks", networks));
        arguments.addAll(List.of("--alone", name(part)));
        return arguments;
    }
}
