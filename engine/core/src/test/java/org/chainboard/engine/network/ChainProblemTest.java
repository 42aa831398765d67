package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are no chain: where the problem is, and how what is said about it begins. */
class ChainProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'' | 0 | Type a chain, for example Chain(Dense(2 => 8, tanh), Dense(8 => 1)).",
                "# only a comment | 0 | Type a chain, for example Chain(Dense(2 => 8, tanh), Dense(8 => 1)).",
                "Chain(Dense(2 => 3), Dense(4 => 1)) | 27 | Dense₂ needs 4 inputs, got 3 from the layers before it.",
                "Chain(Dense(2 => 3), sum, Dense(3 => 1)) | 32 | Dense₂ needs a list of numbers",
                "Chain(sum, Dense(1 => 1)) | 17 | Dense₁ needs a list of numbers",
                "Chain(Dens(2 => 3)) | 6 | There is no layer “Dens”. Did you mean Dense?",
                "chain(tanh) | 0 | There is no layer “chain”. Did you mean Chain?",
                "Chain(Conv(3, 1 => 8)) | 6 | There is no layer “Conv”. There are Dense, Chain",
                "Chain(tahn) | 6 | There is no layer “tahn”. Did you mean tanh?",
                "Chain(Dense(2 => 3, sigmiod)) | 20 | There is no layer “sigmiod”. Did you mean sigmoid?",
                "Chain(qwertz) | 6 | There is no layer “qwertz”. There are Dense, Chain, SkipConnection",
                "Chain(tanh, Dense) | 17 | Dense is followed by brackets with what it is made of: Dense(2 => 8) or",
                "Chain(tanh, , relu) | 12 | A layer is missing here, such as Dense(8 => 1), tanh or x -> x^2.",
                "model = | 7 | A layer is missing here, such as Dense(8 => 1), tanh or x -> x^2.",
                "Chain(tanh, relu | 5 | This bracket is never closed. Add a ) where it should end.",
                "Chain(Dense(2 => 3 | 11 | This bracket is never closed. Add a ) where it should end.",
                "Chain(tanh)) | 11 | There is no opening bracket for this one. Remove it, or add a ( before.",
                "Dense(2 => 3), Dense(3 => 1) | 13 | The chain has ended before “,”.",
                "Chain(Dense(2 => 3) Dense(3 => 1)) | 20 | A comma is missing before “Dense”.",
                "Chain(a = Dense(2 => 3), a = tanh) | 25 | There is a layer called “a” already.",
                "Chain(a = Dense(2 => 3), tanh) | 25 | Either all layers of a Chain have a name, or none",
                "Chain(tanh, a = Dense(2 => 3)) | 12 | Either all layers of a Chain have a name, or none",
                "Chain(SkipConection(tanh, +)) | 6 | There is no layer “SkipConection”. Did you mean SkipConnection?",
                "SkipConnection(Dense(2 => 2), minus) | 30 | “minus” joins nothing. Write +, *, max, min, vcat",
                "SkipConnection(Dense(2 => 2), x -> x) | 30 | The connection joins 2 values here, but this function takes 1.",
                "SkipConnection(Dense(2 => 2)) | 28 | SkipConnection needs a layer here",
                "SkipConnection(tanh, +, relu) | 24 | SkipConnection takes no more; “relu” is too much.",
                "SkipConnection(tanh, + | 14 | This bracket is never closed.",
                "Parallel(+) | 10 | Parallel needs a layer here, such as Dense(8 => 8, relu).",
                "Parallel(Dense(2 => 2), tanh) | 9 | “Dense” joins nothing.",
                "Maxout(() -> Dense(2 => 3), 0) | 28 | Maxout makes 1 to 1000 copies, not “0”.",
                "Scale(relu) | 6 | Scale needs its size first: Scale(10).",
                "Scale(3, relu, tanh) | 15 | Scale takes no more; “tanh” is too much.",
                "Scale(3; affine=false) | 9 | Scale has the options bias, init, not “affine”.",
                "Bilinear(3, 2) | 9 | Bilinear needs how many numbers come in on each side",
                "Bilinear((3, b) => 2) | 13 | A size is a whole number from 1 to 1000000, not “b”.",
                "Dropout() | 8 | Dropout needs the share of numbers to drop: Dropout(0.5).",
                "Dropout(2) | 8 | Dropout is a share from 0 to 1, not 2.0.",
                "Dropout(half) | 8 | A number is needed here, such as 0.5, not “half”.",
                "Dropout(0.5; dims=1) | 13 | Dropout has no option “dims”.",
                "BatchNorm(3, relu; affine=no) | 26 | affine is true or false, not “no”.",
                "Chain(Dense(2 => 3), BatchNorm(4)) | 21 | BatchNorm₁: BatchNorm₁, BatchNorm(4), needs 4 inputs, got 3",
                "Chain(SkipConnection(Dense(2 => 3), +), tanh) | 6 | SkipConnection₁: SkipConnection(Dense(2 => 3), +)"
                        + " cannot join sizes 3×2 and 2×2 with +",
                "Chain(SkipConnection(Dense(2 => 3), vcat), Dense(4 => 1)) | 49 | Dense₁ needs 4 inputs, got 5",
                "Chain(10 => 5) | 9 | Sizes belong to a layer: write Dense(10 => 5).",
                "Chain(tanh, x -> sine(x)) | 17 | There is no function “sine”. Did you mean sin?",
                "Chain(tanh, x -> (x + 1) | 5 | This bracket is never closed. Add a ) where it should end.",
                "Chain(sum(x, dims=1), Dense(3 => 1)) | 28 | Dense₁ needs 3 inputs, got 1 from the layers before it.",
                "Chain(x -> sum(x, dims=0), tanh) | 23 | “dims” is the number of an axis: 1 for the first",
                "Chain(mean(x, dims=2), Dense(3 => 1)) | 29 | Dense₁ needs a list of numbers",
                "Chain(Dense(2 => 3), transpose, Dense(2 => 1)) | 38 | Dense₂ needs a list of numbers",
                "Chain(x -> x^) | 13 | The function stops too early: a number",
                "Chain((x, y) -> x*y) | 6 | A function in a chain takes one argument, this one takes 2.",
                "Dense() | 6 | Dense needs how many numbers come in and how many go out: Dense(2 => 8).",
                "Dense(5) | 6 | Dense needs how many numbers come in and how many go out: Dense(2 => 8).",
                "Dense(2 => ) | 10 | A size is missing here: a whole number from 1 to 1000000.",
                "Dense(0 => 3) | 6 | A size is a whole number from 1 to 1000000, not “0”.",
                "Dense(2 => 1000001) | 11 | A size is a whole number from 1 to 1000000, not “1000001”.",
                "Dense(2 => 3.5) | 11 | A size is a whole number from 1 to 1000000, not “3.5”.",
                "Dense(n, 3) | 6 | A size is a whole number from 1 to 1000000, not “n”.",
                "Dense(2, 3, tanh, relu) | 18 | Dense takes two sizes and an activation; “relu” is too much.",
                "Dense(2, 3,, relu) | 11 | Something is missing between these commas.",
                "Dense(2 => 3; bias=no) | 19 | bias is true or false, not “no”.",
                "Dense(2 => 3; bias=false, bias=true) | 26 | “bias” is given twice.",
                "Dense(2 => 3; rate=1) | 14 | Dense has the options bias and init, not “rate”.",
                "Dense(2 => 3, init=glorot) | 19 | There is no initialiser “glorot”. There are glorot_uniform",
                "Dense(2 => 3, init=random) | 19 | There is no initialiser “random”. Did you mean rand?",
                "System.exit(1) | 6 | A dot belongs inside a number, such as 0.5, or before a sign, such as .*",
            })
    void theProblemIsSaidAndPointedAt(String text, int at, String message) {
        ChainProblem problem = (ChainProblem) ChainText.parse(text.replace("''", ""));
        assertThat(problem.message()).startsWith(message);
        assertThat(problem.at()).isEqualTo(at);
    }

    @Test
    void placesAreThoseOfTheTextAsItWasWritten() {
        String text = "# first\nChain(\n  Dense(2 => 3), # hidden\n  x -> x + (,\n)";
        assertThat(ChainText.parse(text))
                .isInstanceOfSatisfying(
                        ChainProblem.class, problem -> assertThat(problem.at()).isEqualTo(text.indexOf("(,") + 1));
    }

    @Test
    void tooDeepAndTooLongAreSaid() {
        assertThat(ChainText.parse("Chain(".repeat(3000)))
                .isEqualTo(new ChainProblem(
                        "Chains are nested more than 100 deep here. Layers can stand side by side in one Chain.", 605));
        assertThat(ChainText.parse("x -> " + "(".repeat(10_000))).isInstanceOf(ChainProblem.class);
        assertThat(ChainText.parse("x".repeat(20_001)))
                .isEqualTo(new ChainProblem("A chain can have at most 20000 characters.", 20_000));
    }

    @Test
    void theLongestChainIsReadInAMoment() {
        String text = "Chain(" + "x+1,".repeat(4990) + ")";
        assertThat(ChainText.parse(text)).isInstanceOf(ReadChain.class);
    }
}
