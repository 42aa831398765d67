package org.chainboard.jcuda;

import java.util.List;

/**
 * What a kernel is called and what it takes, in order. The driver cannot tell too few arguments from enough, so whoever
 * starts a kernel compares.
 */
record Signature(String name, List<Type> parameters) {

    Signature {
        parameters = List.copyOf(parameters);
    }

    /** What a parameter is, as far as the PTX says. */
    enum Type {
        /** A whole number of 32 bits. */
        INT(Integer.BYTES),
        /** A whole number of 64 bits or an address on the card. */
        LONG(Long.BYTES);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }
}
