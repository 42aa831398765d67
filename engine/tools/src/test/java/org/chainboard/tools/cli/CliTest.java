package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every command: help, version, wrong use. */
class CliTest {
    @Test
    void helpNamesTheCommandsOnStandardOutput() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: ./chainboard [COMMAND]", "grad", "grad 'x -> 3x^2 + 2x + 1' --at 2");
    }

    @Test
    void helpOfACommandShowsExamplesThatCanBeCopied() {
        for (String help : new String[] {"--help", "-h"}) {
            Run run = Run.of("grad", help);
            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains("--at", "--order", "--json")
                    .contains(
                            "echo '{\"expr\": \"x^2*y\", \"vars\": {\"x\": 2, \"y\": 3}}' | ./chainboard grad --json");
        }
    }

    @Test
    void theVersionIsFilledIn() {
        Run run = Run.of("--version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("Chainboard [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\\R");
    }

    @Test
    void withoutACommandTheHelpIsNoSuccess() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gard                      | There is no command “gard”. Did you mean grad?",
                "qwertz                    | There is no command “qwertz”.",
                "--vers                    | There is no option “--vers”. Did you mean --version?",
                "grad x^2 --at 2 --oder 1  | There is no option “--oder”. Did you mean --order?",
                "grad x^2 --at             | --at needs a value after it: --at VALUE.",
                "grad x^2 --at 2 --order x | --order takes 0|1|2, not “x”.",
                "grad x^2 --at 2 --order 3 | --order takes 0|1|2, not “3”.",
                "grad x^2 --at 2 --order 1 --order 2 | --order is given twice.",
                "grad                      | Which function? For example: grad \"x^2\" --at 2",
                "grad x y --at 2           | One function at a time: what is “y”? Put quotes around",
                "grad --json --at 2        | With --json everything comes from standard input",
            })
    void wrongUseIsOneSentenceAndAHint(String command, String sentence) {
        Run run = Run.of(command.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).startsWith(sentence).contains("For help: ./chainboard");
    }

    @Test
    void aBugIsOneSentenceWithoutATrace() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("planted");
            }
        };
        var err = new ByteArrayOutputStream();
        Console console = new Console(
                broken,
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(Cli.run(console, "grad", "--json")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("This is a mistake in Chainboard")
                .contains("planted");
    }

    @Test
    void whatCannotBeWrittenIsNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        Console console = new Console(
                InputStream.nullInputStream(), new PrintStream(full), new PrintStream(OutputStream.nullOutputStream()));
        assertThat(Cli.run(console, "grad", "x", "--at", "1")).isEqualTo(1);
    }
}
