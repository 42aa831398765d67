package org.chainboard.tools.project;

import java.util.Objects;

/**
 * What is learned from, and how it is prepared.
 *
 * @param source where the samples come from
 * @param testShare which share of them is kept back for testing, from 0 to less than 1
 * @param standardise which numbers are brought to mean 0 and deviation 1
 */
public record ProjectData(DataSource source, double testShare, Standardise standardise) {
    public ProjectData {
        Objects.requireNonNull(source);
        Objects.requireNonNull(standardise);
        if (!(testShare >= 0 && testShare < 1)) {
            throw new IllegalArgumentException("the share for testing is from 0 to less than 1, got " + testShare);
        }
    }
}
