package org.chainboard.app.architecture.planted.inspector;

import org.chainboard.app.architecture.planted.palette.Palette;

/** A part of the window that uses another part. */
public record UsesPalette(Palette palette) {}
