package org.chainboard.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chainboard.engine.graph.Graph;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Source;
import org.chainboard.engine.graph.Verifier;

/**
 * Turns a graph into a {@link Plan}. A result's array is given back after its last use and taken by a later result: the
 * smallest free one that is large enough, else a new one.
 */
public final class Planner {
    private final Graph graph;
    private final Map<Node, Integer> lastUse = new HashMap<>();
    private final Map<Node, Integer> bufferOf = new HashMap<>();
    private final List<Plan.Buffer> buffers = new ArrayList<>();
    private final TreeMap<Integer, List<Integer>> free = new TreeMap<>();
    private final List<Plan.Step> steps = new ArrayList<>();

    private Planner(Graph graph) {
        this.graph = graph;
    }

    /** The plan of {@code graph}, which is verified first. */
    public static Plan plan(Graph graph) {
        Verifier.verify(graph);
        return new Planner(graph).run();
    }

    private Plan run() {
        findLastUses();
        List<Node> nodes = graph.nodes();
        for (int position = 0; position < nodes.size(); position++) {
            place(nodes.get(position), position);
        }
        List<Plan.Store> stores = new ArrayList<>();
        graph.updates().forEach((variable, node) -> stores.add(new Plan.Store(bufferOf.get(node), variable)));
        Map<String, Integer> outputs = new LinkedHashMap<>();
        graph.outputs().forEach((name, node) -> outputs.put(name, bufferOf.get(node)));
        return new Plan(graph, List.copyOf(buffers), List.copyOf(steps), List.copyOf(stores), outputs);
    }

    private void findLastUses() {
        List<Node> nodes = graph.nodes();
        for (int position = 0; position < nodes.size(); position++) {
            for (Node input : nodes.get(position).inputs()) {
                lastUse.put(input, position);
            }
        }
        graph.outputs().values().forEach(node -> lastUse.put(node, Integer.MAX_VALUE));
        graph.updates().values().forEach(node -> lastUse.put(node, Integer.MAX_VALUE));
    }

    private void place(Node node, int position) {
        if (node.op() instanceof Source.Read read) {
            bufferOf.put(node, added(new Plan.Buffer.Of(read.variable())));
        } else if (node.op() instanceof Source.Constant constant) {
            bufferOf.put(node, added(new Plan.Buffer.Fixed(constant.tensor())));
        } else {
            // The result's array is chosen before those of its inputs are given back: it is never one of them.
            int out = scratch(node.shape().size());
            bufferOf.put(node, out);
            steps.add(new Plan.Step(
                    node, node.inputs().stream().map(bufferOf::get).toList(), out));
            node.inputs().stream().distinct().forEach(input -> giveBack(input, position));
        }
    }

    private int added(Plan.Buffer buffer) {
        buffers.add(buffer);
        return buffers.size() - 1;
    }

    private int scratch(int size) {
        Map.Entry<Integer, List<Integer>> fitting = free.ceilingEntry(size);
        if (fitting == null) {
            return added(new Plan.Buffer.Scratch(size));
        }
        List<Integer> candidates = fitting.getValue();
        int chosen = candidates.remove(candidates.size() - 1);
        if (candidates.isEmpty()) {
            free.remove(fitting.getKey());
        }
        return chosen;
    }

    private void giveBack(Node node, int position) {
        int buffer = bufferOf.get(node);
        if (lastUse.get(node) == position && buffers.get(buffer) instanceof Plan.Buffer.Scratch scratch) {
            free.computeIfAbsent(scratch.size(), size -> new ArrayList<>()).add(buffer);
        }
    }
}
