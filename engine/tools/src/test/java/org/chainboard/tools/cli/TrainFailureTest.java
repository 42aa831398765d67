package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can be wrong is said in a sentence, and nothing is printed as a result. */
class TrainFailureTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() {
        Flowers.write(folder);
        Flowers.write(folder.resolve("chain.txt"), Flowers.CHAIN);
        Flowers.write(folder.resolve("two.txt"), "Chain(Dense(2 => 16, relu), Dense(16 => 2))");
        Flowers.write(folder.resolve("five.txt"), "Dense(5 => 3)");
        Flowers.write(folder.resolve("slip.txt"), "Chain(Dense(2 => 3, rleu))");
        Flowers.write(folder.resolve("poem.txt"), "Roses are red\n");
        Flowers.write(folder.resolve("empty.txt"), "");
        Flowers.write(folder.resolve("broken.chain"), "{\"format\": 1,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "train                                       | FILE is missing.",
                "train /none.txt                             | There is no file",
                "train two-spiral                            | There is no file and no sample “two-spiral”. Did you mean",
                "train /                                     | is a folder",
                "train /poem.txt --data xor                  | poem.txt holds neither a project nor a chain",
                "train /empty.txt --data xor                 | empty.txt holds neither a project nor a chain",
                "train /flowers.csv                          | flowers.csv holds neither a project nor a chain",
                "train /slip.txt --data xor                  | Did you mean relu?",
                "train /broken.chain                         | broken.chain, line 1",
                "train /chain.txt                            | A chain needs data to learn from. Add --data",
                "train /chain.txt --data /none.csv           | none.csv is not there",
                "train /chain.txt --data noisy-lin           | There are no data “noisy-lin”. Did you mean noisy-line?",
                "train /chain.txt --data xor --target kind   | --target names columns of a CSV file",
                "train xor --target kind                     | --target names columns of a CSV file",
                "train /chain.txt --data /flowers.csv --target colour | has no column “colour”. Its columns are petal",
                "train /chain.txt --data /flowers.csv --target kind,petal | only one can be a class",
                "train /two.txt --data /flowers.csv          | Give the last Dense 3 outputs",
                "train /five.txt --data /flowers.csv         | takes 5 numbers, but each sample has 2",
                "train xor --steps 0                         | --steps takes a whole number from 1 on, not 0",
                "train xor --steps few                       | --steps takes N, not “few”",
                "train xor --epochs -1                       | --epochs takes a whole number from 1 on, not -1",
                "train xor --steps 1 --epochs 1              | --steps and --epochs both say how long",
                "train xor --batch 0                         | --batch takes a whole number from 1 on, not 0",
                "train xor --rate 0                          | --rate takes a number larger than 0",
                "train xor --rate NaN                        | --rate takes a number larger than 0",
                "train xor --split 1                         | --split takes a share from 0 to less than 1",
                "train xor --dtype f16                       | --dtype takes f32|f64, not “f16”",
                "train xor --loss mean                       | There is no loss “mean”. Choose one of these: mse,",
                "train xor --optimiser Eve                   | There is no optimiser “Eve”. Choose one of these: Descent,",
                "train xor --backend abacus                  | There is no backend “abacus”. This installation has: jvm, reference",
                "train xor --export /flowers.csv/Model.java  | --export cannot write",
                "train xor --export /Model.txt               | Call it Model.java",
                "train xor --plot /loss.jpg                  | Call it loss.png",
                "train xor --save /mine.json                 | Call it mine.chain",
                "train xor --save /                          | --save writes files that end in .chain",
                "train xor --steps 1 --steps 2               | --steps is given twice",
                "train xor --stpes 1                         | There is no option “--stpes”. Did you mean --steps?",
            })
    void wrongUseIsASentence(String command, String sentence) {
        Run run = Run.of(command.replace(" /", " " + folder + "/").split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(sentence).doesNotContain("mistake in Chainboard", "\tat ");
        assertThat(run.err().lines()).hasSizeBetween(2, 3);
    }

    @Test
    void divergingIsAFailureThatNamesTheStep() {
        Path saved = folder.resolve("saved.chain");
        Run run = Run.of("train", "noisy-line", "--rate", "1e9", "--json", "--save", saved.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Training diverged: step ", "--rate 0.1.");
        assertThat(saved).doesNotExist();
    }

    @Test
    void aLossThatOnlyGrewIsAFailure() {
        Run run = Run.of("train", "Dense(1 => 1)", "--data", "noisy-line", "--rate", "1e9", "--steps", "50");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Training diverged: by step 50 the loss had gone from", "--rate 0.001.");
    }
}
