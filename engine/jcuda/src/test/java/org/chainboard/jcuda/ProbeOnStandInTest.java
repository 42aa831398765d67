package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.chainboard.engine.backend.Accelerator.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the probe says of drivers and cards in all conditions, through the real JCuda. */
class ProbeOnStandInTest {
    @TempDir
    private Path folder;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        standIn.set("name", "RTX");
        System.setProperty(CublasFiles.SETTING, standIn.folder().toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(CublasFiles.SETTING);
        standIn.reset();
    }

    private Status probe() {
        return new GpuProbe(new CardSearch(Platform.here(), new NativeFiles(folder), JCudaCalls::load)).probe();
    }

    @Test
    void aCardWithCublasCanTrain() {
        assertThat(probe()).isEqualTo(new Status(true, "RTX", "RTX can train. Matrix products: cuBLAS 12."));
    }

    @Test
    void aCardWithoutCublasCanTrain() {
        System.setProperty(CublasFiles.SETTING, CublasFiles.OFF);

        assertThat(probe()).isEqualTo(new Status(true, "RTX", "RTX can train. Matrix products: built in."));
    }

    @Test
    void cublasIsNamedOnlyWhereItStarts() {
        // less than cuBLAS asks for, enough for the rest
        standIn.set("memory", 4_000_000);

        assertThat(probe()).isEqualTo(new Status(true, "RTX", "RTX can train. Matrix products: built in."));
    }

    @Test
    void whatWasTriedOutIsGivenBack() {
        int before = standIn.figure(StandIn.Figure.ARRAYS);

        probe();

        assertThat(standIn.figure(StandIn.Figure.ARRAYS)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "driverVersion | 11080 | The NVIDIA driver supports CUDA 11.8 only; CUDA 12.0 (driver 525 on Linux, 527 on "
                        + "Windows, or newer) is needed.",
                "devices | 0 | The NVIDIA driver reports no CUDA-capable GPU.",
                "capability | 35 | RTX has compute capability 3.5; 5.0 (Maxwell) or newer is needed.",
                "fail.cuInit | 999 | The NVIDIA driver failed to start (error 999); restart the computer.",
                "fail.cuInit | 803 | The NVIDIA driver and its kernel module have different versions; restart the computer.",
                "fail.cuDevicePrimaryCtxRetain | 101 | RTX cannot be used (CUDA error 101, CUDA_ERROR_INVALID_DEVICE).",
                "fail.cuDevicePrimaryCtxRetain | 2 | RTX has too little free memory for this. Close other programs that "
                        + "use the card, or make a layer or the batch smaller.",
                "fail.cuModuleLoadDataEx | 222 | The NVIDIA driver is too old for the kernels that RTX would run; a newer "
                        + "driver will do.",
                "fail.cuModuleLoadDataEx | 209 | RTX is too old for the kernels, so the processor trains.",
                "fail.cuMemAlloc | 2 | RTX has too little free memory for this. Close other programs that use the card, "
                        + "or make a layer or the batch smaller.",
                "loseAfterLaunches | 0 | RTX has stopped answering (CUDA error 719, CUDA_ERROR_LAUNCH_FAILED).",
                "wrong | 1 | RTX computed a first example wrongly, so it is not used.",
            })
    void everyCauseHasItsSentence(String key, String value, String sentence) {
        standIn.set(key, value);

        assertThat(probe()).isEqualTo(new Status(false, "", sentence));
    }
}
