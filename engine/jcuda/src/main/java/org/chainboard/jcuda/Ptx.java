package org.chainboard.jcuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernels as the driver takes them: text for an imagined machine, and what it says of their parameters. */
final class Ptx {
    private static final String RESOURCE = "nn.ptx";

    private static final Pattern ENTRY = Pattern.compile("\\.visible \\.entry (\\w+)\\(([^)]*)\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\s*\\.param \\.([a-z])(\\d+) .*", Pattern.DOTALL);

    private final String text;
    private final Map<String, Signature> signatures = new LinkedHashMap<>();

    Ptx(String text) {
        this.text = text;
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            List<Signature.Type> parameters =
                    Arrays.stream(entry.group(2).split(",")).map(Ptx::type).toList();
            signatures.put(entry.group(1), new Signature(entry.group(1), parameters));
        }
    }

    /** What is shipped. */
    static Ptx shipped() {
        try (InputStream resource = Ptx.class.getResourceAsStream(RESOURCE)) {
            return new Ptx(new String(resource.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signature.Type type(String parameter) {
        Matcher matcher = PARAMETER.matcher(parameter);
        if (!matcher.matches() || matcher.group(1).equals("f")) {
            throw new IllegalArgumentException("no whole number: " + parameter);
        }
        return switch (matcher.group(2)) {
            case "32" -> Signature.Type.INT;
            case "64" -> Signature.Type.LONG;
            default -> throw new IllegalArgumentException("neither 32 nor 64 bits: " + parameter);
        };
    }

    String text() {
        return text;
    }

    /** What each kernel takes, by its name. */
    Map<String, Signature> signatures() {
        return Map.copyOf(signatures);
    }
}
