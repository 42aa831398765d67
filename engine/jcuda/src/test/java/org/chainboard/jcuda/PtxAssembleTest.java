package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompileResult;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NVIDIA's own assembler, which comes with JCuda and needs neither card nor driver, takes the PTX for every card. */
class PtxAssembleTest {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final long PATIENCE_SECONDS = 120;

    /** JCuda is shown a folder of our own for its native library, as the backend does. */
    @BeforeAll
    static void loadCompiler() throws Exception {
        Platform platform = Platform.here();
        assumeTrue(platform.isSupported(), "JCuda has no PTX compiler for this system");
        NativeFiles natives = new NativeFiles(Path.of("target", "natives").toAbsolutePath());
        natives.unpack(platform.library().replace("JCudaDriver", "JNvPTXCompiler"));
        String before = System.getProperty(TEMPORARY);
        System.setProperty(TEMPORARY, natives.folder().toString());
        try {
            JNvPTXCompiler.setExceptionsEnabled(false);
        } finally {
            System.setProperty(TEMPORARY, before);
        }
    }

    /** What the assembler says: the name of its answer, and its complaints. */
    private static String assemble(String ptx, String card) {
        byte[] text = (ptx + '\0').getBytes(StandardCharsets.US_ASCII);
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        JNvPTXCompiler.nvPTXCompilerCreate(compiler, text.length, text);
        int result = JNvPTXCompiler.nvPTXCompilerCompile(compiler, 1, new String[] {"--gpu-name=" + card});
        long[] length = new long[1];
        JNvPTXCompiler.nvPTXCompilerGetErrorLogSize(compiler, length);
        byte[] log = new byte[(int) length[0] + 1];
        JNvPTXCompiler.nvPTXCompilerGetErrorLog(compiler, log);
        JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
        return nvPTXCompileResult.stringFor(result) + new String(log, StandardCharsets.US_ASCII).trim();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm_50", "sm_52", "sm_60", "sm_61", "sm_70", "sm_75", "sm_80", "sm_86", "sm_89", "sm_90"})
    void itAssembles(String card) {
        assertThat(assemble(Ptx.shipped().text(), card)).isEqualTo("NVPTXCOMPILE_SUCCESS");
    }

    @Test
    void whatIsWrongIsNoticed() {
        String wrong = Ptx.shipped().text().replace("shfl.sync.down.b32", "shfl.sync.sideways.b32");

        assertThat(assemble(wrong, "sm_75")).contains("sideways");
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(printed);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** The hash only says that somebody ran the script; this runs it, where there is the compiler it was run with. */
    @Test
    void theSourcesCompileToIt(@TempDir Path folder) throws Exception {
        String version;
        try {
            version = output(folder, "nvcc", "--version");
        } catch (IOException e) {
            version = "";
        }
        String shipped = Ptx.shipped().text();
        String tools = shipped.lines()
                .filter(line -> line.contains("compilation tools"))
                .findFirst()
                .orElseThrow();
        assumeTrue(version.contains(tools.substring(3)), "the PTX is not made again: no nvcc of " + tools.substring(3));
        Path made = folder.resolve("nn.ptx");

        output(folder, PtxTest.SOURCES.resolve("make-ptx").toString(), made.toString());

        assertThat(made).hasContent(shipped);
    }
}
