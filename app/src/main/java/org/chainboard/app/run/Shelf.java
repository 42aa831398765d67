package org.chainboard.app.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * The numbers that nodes had, by node and sizes: whatever undo brings back, a node that is gone or a layer of another
 * width, gets its own numbers again. All methods belong to the trainer thread.
 */
final class Shelf {
    private record Place(String node, List<Shape> sizes) {}

    private final Map<Place, List<Tensor>> all = new HashMap<>();
    private final Map<String, List<Tensor>> newest = new HashMap<>();

    void clear() {
        all.clear();
        newest.clear();
    }

    void put(Map<String, List<Tensor>> weights) {
        weights.forEach((node, numbers) -> {
            all.put(new Place(node, sizes(numbers)), numbers);
            newest.put(node, numbers);
        });
    }

    /** For each of these nodes its newest numbers of the same sizes; where there are none, its newest ones. */
    Map<String, List<Tensor>> fitting(Map<String, List<Tensor>> wanted) {
        Map<String, List<Tensor>> found = new HashMap<>();
        wanted.forEach((node, numbers) -> {
            List<Tensor> own = all.getOrDefault(new Place(node, sizes(numbers)), newest.get(node));
            if (own != null) {
                found.put(node, own);
            }
        });
        return found;
    }

    /** The newest numbers of every node of the drawing. */
    Map<String, List<Tensor>> of(Network network) {
        return of(network, newest);
    }

    /** Those numbers that belong to nodes of the drawing. */
    static Map<String, List<Tensor>> of(Network network, Map<String, List<Tensor>> weights) {
        Map<String, List<Tensor>> own = new HashMap<>(weights);
        own.keySet().retainAll(network.nodes().stream().map(NetworkNode::id).toList());
        return own;
    }

    private static List<Shape> sizes(List<Tensor> numbers) {
        return numbers.stream().map(Tensor::shape).toList();
    }
}
