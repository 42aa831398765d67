package org.chainboard.app.run;

/**
 * How far the numbers of a network have come.
 *
 * @param fromSeed whether they began with those that the seed gives, not with those of a file
 * @param step steps taken since then
 */
public record Progress(boolean fromSeed, long step) {
    static final Progress NONE = new Progress(true, 0);
}
