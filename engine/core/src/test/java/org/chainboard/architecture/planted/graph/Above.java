package org.chainboard.architecture.planted.graph;

import java.util.concurrent.atomic.AtomicInteger;

/** Stands above the planted tensor package, and breaks the rule about mutable statics. */
public final class Above {
    static int changeable;
    static final AtomicInteger COUNTER = new AtomicInteger();

    private Above() {}
}
