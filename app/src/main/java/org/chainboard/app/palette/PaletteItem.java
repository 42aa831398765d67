package org.chainboard.app.palette;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;

/**
 * A row of the palette.
 *
 * @param section where it stands
 * @param name what it is called there
 * @param block what is dragged from it
 * @param wanted whether the network has use for one more
 */
public record PaletteItem(PaletteSection section, String name, Block block, Predicate<Network> wanted) {

    /** The rows of a palette, section by section, with these activations. */
    public static List<PaletteItem> all(List<String> activations) {
        return Arrays.stream(PaletteSection.values())
                .flatMap(section -> section.items(activations).stream())
                .toList();
    }

    /** Whether it is meant by what is typed into the search field. */
    boolean matches(String typed) {
        return name.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
    }
}
