package org.chainboard.jcuda;

/** What a kernel is given: a number, or an address that is known only once memory has been taken. */
sealed interface Argument {
    /** Addresses of what there is once. */
    enum Base implements Argument {
        /** The one array in which all numbers lie. */
        NUMBERS,
        /** Rows of what runs report. */
        RING,
        /** The number of the next row. */
        ROW
    }

    /** The address of a table. @param offset where it begins in {@link Tables} */
    record Table(int offset) implements Argument {}

    /** A number, often a place in the array. */
    record Whole(int value) implements Argument {}

    /** A number of 64 bits. */
    record Key(long value) implements Argument {}

    static Argument of(int value) {
        return new Whole(value);
    }
}
