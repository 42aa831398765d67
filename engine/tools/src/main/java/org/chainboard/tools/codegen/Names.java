package org.chainboard.tools.codegen;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Gives each thing a name of its own. */
final class Names {
    private final Set<String> taken;

    Names(String... taken) {
        this.taken = new HashSet<>(List.of(taken));
    }

    /** The name that is wished for, or one like it where that is taken or a word of Java. */
    String free(String wished) {
        // yield is no keyword, but a statement cannot begin with it
        boolean word = SourceVersion.isKeyword(wished) || wished.equals("yield");
        String base = word ? wished + "Layer" : wished;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}
