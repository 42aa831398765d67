package org.chainboard.engine.backend.jvm;

import java.util.List;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;

/** The ways in which this backend can run here: with and without the Vector API, with one thread and with several. */
final class Machines {
    private Machines() {}

    record Machine(String name, Backend backend) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Machine> all() {
        Stream<Machine> plain = Stream.of(new Machine("plain loops", new JvmBackend(false, 1)));
        Stream<Machine> vectors = Stream.of(
                new Machine("vectors, one thread", new JvmBackend(true, 1)),
                new Machine("vectors, three threads", new JvmBackend(true, 3)));
        return Stream.concat(plain, JvmBackend.hasVectors() ? vectors : Stream.empty())
                .toList();
    }
}
