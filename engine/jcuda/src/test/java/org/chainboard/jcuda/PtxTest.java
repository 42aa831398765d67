package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The PTX that is shipped, the sources that it comes from, and what Java takes it for belong together. */
class PtxTest {
    static final Path SOURCES = Path.of("src", "main", "cuda");

    private static final Ptx PTX = Ptx.shipped();

    private static String source(String file) throws IOException {
        return Files.readString(SOURCES.resolve(file));
    }

    @Test
    void itLoadsOnEveryDriverAndEveryCardThatJCudaWorksWith() {
        assertThat(PTX.text()).contains("\n.version 6.4\n.target sm_50\n.address_size 64\n");
    }

    /** When this fails, run make-ptx. */
    @Test
    void itWasMadeFromTheSourcesAsTheyAre() throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> sources = files.filter(file ->
                            file.toString().endsWith(".cu") || file.toString().endsWith(".cuh"))
                    .sorted()
                    .toList();
            for (Path file : sources) {
                hash.update(Files.readAllBytes(file));
            }
        }

        assertThat(PTX.text())
                .contains("// SHA-256 of the sources: " + HexFormat.of().formatHex(hash.digest()) + "\n");
    }

    @Test
    void everyKernelTakesWhatJavaGivesIt() {
        List<Signature> expected = new ArrayList<>();
        for (Kernel kernel : Kernel.values()) {
            for (DType dtype : DType.values()) {
                expected.add(kernel.signature(dtype));
            }
        }

        assertThat(PTX.signatures().values())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().distinct().toList());
    }

    /** Two whole numbers that have changed places look the same in the PTX. */
    @ParameterizedTest
    @EnumSource(Kernel.class)
    void theSourceNamesTheSameParametersInTheSameOrder(Kernel kernel) throws Exception {
        String declared =
                kernel.signature(DType.F32).name().replaceFirst("(.*)_f$", "NAMED($1)") + "(" + kernel.declared();

        assertThat((source("kernels.cuh") + source("nn.cu"))
                        .replaceAll("\\(\\s+", "(")
                        .replaceAll("\\s+", " "))
                .contains(declared + ")");
    }

    private static List<String> names(String enumeration) throws IOException {
        Matcher matcher =
                Pattern.compile("enum " + enumeration + " \\{([^}]*)}").matcher(source("codes.cuh"));
        assertThat(matcher.find()).isTrue();
        return Arrays.asList(matcher.group(1).trim().split(",\\s*"));
    }

    @Test
    void instructionsHaveTheSameNumbersOnBothSides() throws Exception {
        assertThat(names("Code"))
                .isEqualTo(Arrays.stream(GpuCode.values()).map(Enum::name).toList());
    }

    @Test
    void everyCodeOfTheLoweringThatDoesNotFoldIsAnInstruction() {
        List<String> codes = Arrays.stream(Code.values())
                .filter(code -> !code.reduces())
                .map(Enum::name)
                .toList();

        assertThat(GpuCode.values()).extracting(Enum::name).containsAll(codes);
    }

    @Test
    void foldsHaveTheSameNumbersOnBothSides() throws Exception {
        List<String> folds = Arrays.stream(Code.values())
                .filter(Code::reduces)
                .map(Enum::name)
                .toList();

        assertThat(names("Fold")).isEqualTo(folds);
    }

    @Test
    void everyInstructionIsCarriedOut() throws Exception {
        String scalars = source("scalars.cuh");

        assertThat(GpuCode.values()).allSatisfy(code -> assertThat(scalars).contains("case " + code + ":"));
    }

    @Test
    void itIsPlainText() {
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(PTX.text())).isTrue();
    }
}
