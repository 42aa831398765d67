package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Accelerator.Status;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A driver or a library that fails as none should: people get a sentence, the log gets the rest. */
class BrokenDriverTest {
    private final Logger logger = Logger.getLogger(GpuProbe.class.getName());
    private final List<Throwable> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord said) {
            logged.add(said.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("start", new IllegalStateException("not loaded")),
                arguments("version", new NullPointerException()),
                arguments("name", new ArrayIndexOutOfBoundsException(3)),
                arguments("compute", new IllegalStateException("SIGNATURE is not in the PTX")),
                arguments("compute", new NoSuchMethodError("cuLaunchKernel")),
                arguments("multipliesOn", new UnsupportedOperationException("cublasCreate")),
                arguments("multipliesOn", new NoClassDefFoundError("Could not initialize class JCublas2")),
                arguments("multipliesOn", new ExceptionInInitializerError("JCublas2")));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("faults")
    void theProbeAnswersAllTheSame(String call, Throwable thrown) {
        Status status = new GpuProbe(ToldDriver.failingAt(call, thrown, folder)).probe();

        assertThat(status)
                .isEqualTo(new Status(
                        false,
                        "",
                        "The NVIDIA driver, or JCuda, does not work as it should on this computer. The log in "
                                + "Chainboard’s folder says more."));
    }

    @Test
    void theLogSaysMore() {
        Throwable thrown = new NoSuchMethodError("cuLaunchKernel");

        new GpuProbe(ToldDriver.failingAt("compute", thrown, folder)).probe();

        assertThat(logged).containsExactly(thrown);
    }

    @Test
    void aLibraryThatIsNotThereIsNoNameOfAClass() {
        Throwable missing = new NoClassDefFoundError("Could not initialize class jcuda.jcublas.JCublas2");
        Backend backend = new JCudaBackend(ToldDriver.failingAt("multiplies", missing, folder), true, true);

        assertThatThrownBy(() -> backend.bind(List.of()))
                .isInstanceOf(BackendException.class)
                .hasMessage("RTX cannot be used: a part of JCuda could not be loaded.")
                .hasCause(missing);
    }
}
