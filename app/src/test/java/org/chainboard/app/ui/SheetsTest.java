package org.chainboard.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chainboard.tools.plot.Palette;
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

    @ParameterizedTest
    @EnumSource(Look.class)
    void plotsHaveTheColoursOfTheSheets(Look look) throws IOException {
        Palette palette = look.palette();
        Map<String, Integer> pairs = Map.of(
                "-cb-bg", palette.background(),
                "-cb-text", palette.text(),
                "-cb-text-muted", palette.muted(),
                "-cb-accent", palette.accent(),
                "-cb-layer", palette.positive(),
                "-cb-function", palette.negative(),
                "-cb-activation", palette.series(2),
                "-cb-gradient", palette.series(3),
                "-cb-loss", palette.series(4),
                "-cb-border-strong", palette.border());
        String tokens = read(Theme.sheets(look).get(0));

        pairs.forEach((token, colour) ->
                assertThat(tokens).contains(String.format(Locale.ROOT, "%s: #%06x;", token, colour & 0xffffff)));
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
