package org.chainboard.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.chainboard.ui.i18n.messages", Locale.ROOT);

    @Test
    void saysTheSentenceOfAKey() {
        assertThat(Texts.in(Locale.GERMANY).get("app.name")).isEqualTo("Chainboard");
    }

    @Test
    void refusesAKeyWithoutASentence() {
        assertThatThrownBy(() -> Texts.in(Locale.ROOT).get("no.such.key"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.key");
    }

    static Stream<String> keys() {
        return BUNDLE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everySentenceIsAFormatWithoutALostApostrophe(String key) {
        String sentence = BUNDLE.getString(key);

        assertThat(sentence).isNotBlank();
        assertThat(sentence.replace("''", "")).doesNotContain("'");
        assertThat(new MessageFormat(sentence, Locale.ROOT).toPattern()).isNotNull();
    }
}
