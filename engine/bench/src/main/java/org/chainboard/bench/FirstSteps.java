package org.chainboard.bench;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chainboard.workload.Workload;

/**
 * What the first five steps of a workload have to give. Speed at something else is worth nothing, so every implementation
 * takes these steps right before it is measured.
 *
 * @param losses of the five steps
 * @param gradients of the first
 * @param slack how many times as far off as usual a loss may be
 */
record FirstSteps(double[] losses, double[][] gradients, double slack) implements Serializable {
    private static final int STEPS = 5;

    /** Relative; the losses of single precision are good to about 1e-6. */
    private static final double LOSS_TOLERANCE = 1e-4;

    /** Relative to the length of each gradient: a relu whose sum rounds to the other side of 0 alone makes 4e-3. */
    private static final double GRADIENT_TOLERANCE = 1e-2;

    /** Relative to the way the loss went in five steps, which the step size decides; it may be near rounding. */
    private static final double WAY_TOLERANCE = 0.02;

    static FirstSteps of(Workload work) {
        ByHand hand = new ByHand(work);
        double[] losses = new double[STEPS];
        losses[0] = hand.step();
        double[][] gradients = hand.gradients().stream().map(double[]::clone).toArray(double[][]::new);
        for (int i = 1; i < STEPS; i++) {
            losses[i] = hand.step();
        }
        return new FirstSteps(losses, gradients, slack(work));
    }

    /** Adam's first steps magnify rounding, and where the libraries put its epsilon, in gradients near 0: W4 has many. */
    private static double slack(Workload work) {
        return work == Workload.W4 ? 20 : 1;
    }

    /** Kept in a file, since the large network takes seconds. */
    void save(Path file) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(this);
        }
    }

    static FirstSteps load(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (FirstSteps) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(file + " holds something else", e);
        }
    }

    /** Takes five steps. @throws IllegalStateException when they are not these, with the numbers */
    void require(Peer.Steps steps) {
        double[] came = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            steps.take(1);
            came[i] = steps.loss();
            if (i == 0) {
                requireGradients(steps.gradients());
            }
        }
        requireLosses(came);
    }

    private void requireGradients(List<float[]> found) {
        for (int i = 0; i < gradients.length; i++) {
            requireGradient(i, found.get(i));
        }
    }

    void requireLosses(double[] came) {
        double way = losses[0] - losses[STEPS - 1];
        double gone = came[0] - came[STEPS - 1];
        boolean same = Math.abs(gone - way) <= WAY_TOLERANCE * Math.abs(way) + 3e-7 * losses[0];
        for (int i = 0; i < STEPS; i++) {
            same &= Math.abs(came[i] - losses[i]) <= slack * LOSS_TOLERANCE * losses[i];
        }
        if (!same) {
            throw new IllegalStateException(
                    "the first losses are " + Arrays.toString(came) + ", not " + Arrays.toString(losses));
        }
    }

    private void requireGradient(int index, float[] came) {
        double[] expected = gradients[index];
        double difference = 0;
        double length = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.hypot(difference, came[i] - expected[i]);
            length = Math.hypot(length, expected[i]);
        }
        if (came.length != expected.length || !(difference <= GRADIENT_TOLERANCE * length)) {
            throw new IllegalStateException("gradient " + index + " is off by " + difference + ", its length is "
                    + length + "; it begins with " + Arrays.toString(Arrays.copyOf(came, 4)) + ", not "
                    + Arrays.toString(Arrays.copyOf(expected, 4)));
        }
    }
}
