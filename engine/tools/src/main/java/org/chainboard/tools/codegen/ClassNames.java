package org.chainboard.tools.codegen;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.chainboard.tools.words.Words;

/** Which names a class can have. */
final class ClassNames {
    private static final Words WORDS = new Words("export");
    private static final String USUAL = "Model";

    /** What the exported class calls by its short name, and words that a class may not be called though variables may. */
    private static final Set<String> TAKEN = Set.of(
            "Activation",
            "AlphaDropout",
            "ArrayList",
            "Arrays",
            "Base64",
            "BatchNorm",
            "Bilinear",
            "ByteBuffer",
            "ByteOrder",
            "Chain",
            "DType",
            "Dense",
            "Double",
            "Dropout",
            "Float",
            "FunctionLayer",
            "IllegalArgumentException",
            "Join",
            "Layer",
            "LayerNorm",
            "Learned",
            "List",
            "Locale",
            "Maxout",
            "Mode",
            "NumberFormatException",
            "Object",
            "Override",
            "PairwiseFusion",
            "Parallel",
            "Parameter",
            "Scale",
            "Shape",
            "SkipConnection",
            "Standardiser",
            "State",
            "String",
            "System",
            "Tensor",
            "Var",
            "permits",
            "record",
            "sealed",
            "var",
            "yield");

    private ClassNames() {}

    /** Refuses what cannot be the name of the class. */
    static void require(String name) throws ExportException {
        if (TAKEN.contains(name)) {
            throw new ExportException(WORDS.get("taken", name, suggest(name)));
        }
        // plain letters, because the name is a file's name too, and those lose accents on their way
        if (!SourceVersion.isName(name) || !name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new ExportException(WORDS.get("name", Words.brief(name), suggest(name)));
        }
    }

    static String suggest(String title) {
        String bare = title.replaceFirst("(?i)\\.(java|chain|csv)$", "");
        String camel = Identifiers.camel(bare, USUAL);
        String name = camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
        return TAKEN.contains(name) ? name + USUAL : name;
    }
}
