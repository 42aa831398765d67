package org.chainboard.app.document;

import java.util.Objects;
import org.chainboard.engine.tensor.DType;

/**
 * How the network is trained.
 *
 * @param data where the samples come from
 * @param loss name of the loss, as the engine's table writes it
 * @param optimiser name of the rule that moves the parameters
 * @param rate its step size, above 0
 * @param batch samples per step, at least 1
 * @param seed of every random number
 * @param dtype of parameters and values
 * @param backend name of what computes the steps
 */
public record Settings(
        DataChoice data,
        String loss,
        String optimiser,
        double rate,
        int batch,
        long seed,
        DType dtype,
        String backend) {

    public Settings {
        Objects.requireNonNull(data);
        Objects.requireNonNull(loss);
        Objects.requireNonNull(optimiser);
        Objects.requireNonNull(dtype);
        Objects.requireNonNull(backend);
        if (!(rate > 0) || batch < 1) {
            throw new IllegalArgumentException("rate " + rate + " and batch " + batch + " must be above 0");
        }
    }

    public Settings withData(DataChoice changed) {
        return new Settings(changed, loss, optimiser, rate, batch, seed, dtype, backend);
    }

    public Settings withLoss(String changed) {
        return new Settings(data, changed, optimiser, rate, batch, seed, dtype, backend);
    }

    public Settings withOptimiser(String changed, double itsRate) {
        return new Settings(data, loss, changed, itsRate, batch, seed, dtype, backend);
    }

    public Settings withRate(double changed) {
        return withOptimiser(optimiser, changed);
    }

    public Settings withBatch(int changed) {
        return new Settings(data, loss, optimiser, rate, changed, seed, dtype, backend);
    }

    public Settings withSeed(long changed) {
        return new Settings(data, loss, optimiser, rate, batch, changed, dtype, backend);
    }

    public Settings withDtype(DType changed) {
        return new Settings(data, loss, optimiser, rate, batch, seed, changed, backend);
    }

    public Settings withBackend(String changed) {
        return new Settings(data, loss, optimiser, rate, batch, seed, dtype, changed);
    }
}
