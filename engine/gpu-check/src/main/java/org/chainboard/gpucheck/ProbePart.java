package org.chainboard.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chainboard.engine.backend.Accelerator;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.jcuda.CardFacts;
import org.chainboard.jcuda.GpuProbe;
import org.chainboard.workload.Machine;

/** The sentence that the window shows, the card, its driver, and which matrix product is used. */
final class ProbePart implements Part.Work {
    private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");

    @Override
    public void run(Options options, Notes notes) {
        Accelerator.Status status = new GpuProbe().probe();
        notes.judge(status.found(), status.sentence());
        notes.fact("The computer: " + Machine.text() + ".");
        if (!status.found()) {
            return;
        }
        try {
            CardFacts card = CardFacts.measure();
            notes.fact("The card is “" + card.name() + "” with " + card.processors() + " multiprocessors.");
            notes.fact(
                    "Its driver supports CUDA " + card.cuda() / 1000 + "." + card.cuda() % 1000 / 10 + driver() + ".");
            notes.fact(String.format(
                    Locale.ROOT,
                    "To start a kernel takes this computer %.2f µs, a graph of %d kernels %.2f µs.",
                    card.kernelStart(),
                    CardFacts.NODES,
                    card.graphStart()));
            if (card.cublas()) {
                notes.fact("Matrix products are measured with cuBLAS and with the kernel that is built in.");
            } else {
                notes.leftOut("cuBLAS is left out: there is none that JCuda 12 can use, or it did not start.");
            }
        } catch (BackendException e) {
            notes.fail(e.getMessage());
        }
    }

    /** The driver's own version, which CUDA does not tell. */
    private static String driver() {
        try {
            if (Files.isReadable(DRIVER)) {
                List<String> lines = Files.readAllLines(DRIVER);
                return lines.isEmpty()
                        ? ""
                        : "; " + lines.get(0).replaceAll(" +", " ").trim();
            }
        } catch (IOException e) {
            // then it is not said
        }
        return "";
    }
}
