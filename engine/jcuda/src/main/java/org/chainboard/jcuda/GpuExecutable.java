package org.chainboard.jcuda;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Some plans on a card. All their numbers lie in one array there; of a run only what it reports comes back. */
final class GpuExecutable implements Executable {
    private final Card card;
    private final DType dtype;
    private final Taken taken = new Taken();
    private final Layout layout = new Layout();
    private final Map<Plan, GpuProgram> programs = new IdentityHashMap<>();
    private DeviceMemory numbers;
    private Transfers transfers;
    private final Watched watched;

    /**
     * Takes the card's memory and copies there what the plans begin with.
     *
     * @param found the card
     * @param shared where its kernels come from
     * @param cublas whether cuBLAS is to be used; where it does not start, the kernels that are built in are
     * @param records whether steps are recorded as graphs
     * @throws DriverFailure or BackendException, with nothing taken
     */
    GpuExecutable(
            List<Plan> plans,
            DType dtype,
            CardSearch.Found found,
            SharedKernels shared,
            boolean cublas,
            boolean records) {
        this.dtype = dtype;
        this.watched = new Watched(spans -> transfers.read(numbers, spans, dtype));
        try {
            Cuda cuda = taken.with(new Cuda(found.device()), Cuda::close);
            KernelSet kernels = taken.with(shared.take(found.device(), dtype), given -> shared.giveBack(dtype));
            cuda.enter();
            Optional<Gemm> gemm = cublas ? Gemm.on(cuda, dtype) : Optional.empty();
            gemm.ifPresent(started -> taken.with(started, Gemm::close));
            this.card = new Card(found.name(), cuda, kernels, gemm, records);
            take(plans);
        } catch (RuntimeException | Error e) {
            taken.close();
            throw e;
        }
    }

    private void take(List<Plan> plans) {
        Cuda cuda = card.cuda();
        transfers = taken.with(new Transfers(cuda), Transfers::close);
        plans.forEach(plan -> plan.graph().variables().forEach(layout::of));
        Tables tables = new Tables();
        List<GpuPlan> made = plans.stream()
                .map(plan -> new GpuPlan(plan, layout, tables, card.products()))
                .toList();
        numbers = taken.with(cuda.memory((long) layout.length() * dtype.bytes()), DeviceMemory::close);
        layout.contents().forEach((at, tensor) -> transfers.write(numbers, at, tensor, dtype));
        int[] whole = tables.toArray();
        DeviceMemory table = taken.with(cuda.memory((long) whole.length * Integer.BYTES), DeviceMemory::close);
        transfers.write(table, whole);
        int most = made.stream().mapToInt(GpuPlan::scalars).max().orElse(0);
        Ring ring = taken.with(new Ring(cuda, most), Ring::close);
        ArgumentMemory arguments = taken.with(new ArgumentMemory(cuda, Binding.count(made)), ArgumentMemory::close);
        Binding binding = new Binding(card, numbers, table, ring, arguments);
        for (GpuPlan plan : made) {
            GpuProgram program = new GpuProgram(plan, binding.starts(plan), ring, card.records());
            programs.put(plan.plan(), taken.with(program, GpuProgram::close));
        }
        transfers.settled();
    }

    /** Does {@code work} in the card's context; what goes wrong becomes a sentence. */
    private <T> T on(Supplier<T> work) {
        try {
            card.cuda().enter();
            return work.get();
        } catch (DriverFailure e) {
            throw new BackendException(Sentences.of(e, card.name()), e);
        }
    }

    @Override
    public void write(Variable variable, Tensor value) {
        if (!value.shape().equals(variable.shape())) {
            throw new IllegalArgumentException(variable + " cannot hold " + value.shape());
        }
        int place = place(variable);
        watched.written();
        on(() -> {
            transfers.write(numbers, place, value.cast(dtype), dtype);
            return null;
        });
    }

    @Override
    public Tensor read(Variable variable) {
        int place = place(variable);
        return on(() -> watched.get(new Watched.Span(place, variable.shape())));
    }

    private int place(Variable variable) {
        if (!layout.holds(variable)) {
            throw new IllegalArgumentException(variable + " is in none of the plans that were bound");
        }
        return layout.of(variable);
    }

    @Override
    public void run(Plan plan, int times, double[] scalars) {
        GpuProgram program = programs.get(plan);
        watched.ran(program);
        on(() -> {
            program.run(times, scalars);
            return null;
        });
    }

    @Override
    public Tensor output(Plan plan, String name) {
        GpuProgram program = programs.get(plan);
        Node node = program.plan().output(name);
        return program.hasRun()
                ? on(() -> watched.get(new Watched.Span(program.plan().place(name), node.shape())))
                : Tensor.zeros(node.shape(), dtype);
    }

    @Override
    public void close() {
        card.cuda().enterToClose();
        taken.close();
    }
}
