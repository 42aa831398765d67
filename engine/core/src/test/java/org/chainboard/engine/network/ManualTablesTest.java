package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Join;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.Test;

/** The tables of the manual name what there is, all of it and nothing else. */
class ManualTablesTest {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** The rows under a heading, each as its cells. */
    private static List<String[]> table(String page, String heading) throws IOException {
        String text = Files.readString(Path.of("../../docs/manual", page), StandardCharsets.UTF_8);
        String section =
                text.substring(text.indexOf("\n## " + heading + "\n") + 1).split("\n## ")[0];
        return section.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.substring(1).split("(?<!\\\\)\\|"))
                .toList();
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(s -> s.replace("`", ""))
                .toList();
    }

    private static Stream<String> names(List<String[]> table) {
        return table.stream().map(cells -> code(cells[0]).get(0));
    }

    @Test
    void activations() throws IOException {
        List<String[]> table = table("layers.md", "Activations");
        assertThat(names(table))
                .containsExactlyElementsOf(
                        Stream.of(Activation.values()).map(Activation::text).toList());
        for (String[] cells : table) {
            String name = code(cells[0]).get(0);
            assertThat(code(cells[1]))
                    .as(name)
                    .isEqualTo(Vocabulary.find(name).orElseThrow().aliases());
        }
    }

    @Test
    void initialisers() throws IOException {
        List<String[]> table = table("layers.md", "Initialisers");
        assertThat(names(table))
                .containsExactlyElementsOf(
                        Stream.of(Init.values()).map(Init::text).toList());
        for (String[] cells : table) {
            Init init = Init.parse(code(cells[0]).get(0)).orElseThrow();
            assertThat(code(cells[1]))
                    .as(init.text())
                    .containsExactlyElementsOf(init.numbers().keySet());
            init.numbers()
                    .forEach((name, usual) -> assertThat(cells[1])
                            .contains("`" + name + "` "
                                    + (usual == Math.sqrt(2)
                                            ? "√2"
                                            : usual.toString().replaceFirst("\\.0$", ""))));
        }
    }

    @Test
    void connections() throws IOException {
        assertThat(names(table("layers.md", "Connections")))
                .containsExactlyElementsOf(
                        Stream.of(Join.values()).map(Join::text).toList());
    }

    @Test
    void everyKindOfLayerHasARowThatReads() throws IOException {
        List<String> rows = names(table("layers.md", "The layers")).toList();
        rows.forEach(row -> assertThat(Layers.of(row, DType.F64, 1)).as(row).isNotNull());
        List<String> kinds =
                rows.stream().map(row -> new Block.Written(row).kind()).toList();
        assertThat(kinds).contains("Dense", "Chain").containsAll(LayerReader.kinds());
    }

    @Test
    void losses() throws IOException {
        List<String[]> table = table("losses.md", "The table");
        assertThat(names(table))
                .containsExactlyElementsOf(
                        Stream.of(Loss.values()).map(Loss::text).toList());
        for (String[] cells : table) {
            Loss loss = Loss.parse(code(cells[0]).get(0)).orElseThrow();
            assertThat(code(cells[1])).as(loss.text()).isEqualTo(loss.aliases());
            assertThat(code(cells[2]))
                    .as(loss.text())
                    .isEqualTo(loss.number().map(Loss.Number::name).stream().toList());
            loss.number().ifPresent(number -> assertThat(cells[2]).endsWith(" " + (int) number.usual() + " "));
        }
        assertThat(Arrays.stream(Loss.values()).map(Loss::number).filter(n -> n.isPresent()))
                .hasSize(4);
    }
}
