package org.chainboard.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetsTest {
    private static final Pattern DEFINED = Pattern.compile("^\\s*(-(?:cb|color)-[a-z-]+):", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("-cb-[a-z-]+");

    @Test
    void lightAndDarkDefineTheSameTokens() throws IOException {
        assertThat(defined(Look.DARK)).isEqualTo(defined(Look.LIGHT));
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void sheetsUseOnlyTokensThatAreDefined(Look look) throws IOException {
        Set<String> defined = defined(look);
        for (String sheet : Theme.sheets(look)) {
            assertThat(defined).as(sheet).containsAll(found(USED, 0, read(sheet)));
        }
    }

    private static Set<String> defined(Look look) throws IOException {
        return found(DEFINED, 1, read(Theme.sheets(look).get(0)));
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(group)));
        return names;
    }

    private static String read(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
