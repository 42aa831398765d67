package org.chainboard.bench;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backends;

/** Everything that can be measured with this class path. */
final class Peers {
    private Peers() {}

    /** Each of our backends twice, as a bare step and as the program trains, then what others made. */
    static List<Peer> all() {
        Stream<Peer> bare = Backends.available().stream().map(backend -> new BareStep(backend.name()));
        Stream<Peer> program = Backends.available().stream().map(backend -> new ProgramStep(backend.name()));
        Stream<Peer> others = ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get);
        return Stream.of(bare, program, others).flatMap(peers -> peers).toList();
    }

    static Peer named(String name) {
        return all().stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no “" + name + "”, only "
                        + all().stream().map(Peer::name).toList()));
    }
}
