package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.08321   | 0.0832
                    0.1014    | 0.1014
                    -0.5      | -0.5000
                    1         | 1.000
                    12.4      | 12.40
                    999.96    | 1,000.0
                    12345.6   | 12,346
                    0.000031  | 3.1e-5
                    0         | 0
                    2.5e7     | 2.5e7
                    NaN       | NaN
                    Infinity  | ∞
                    -Infinity | -∞
                    """)
    void aMeasuredNumberTakesFewSigns(double value, String text) {
        assertThat(Numbers.brief(value)).isEqualTo(text);
    }

    @Test
    void stepsHaveTheirThousandsApart() {
        assertThat(Numbers.whole(12480)).isEqualTo("12,480");
    }
}
