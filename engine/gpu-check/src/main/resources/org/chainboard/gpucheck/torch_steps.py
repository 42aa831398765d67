"""Times training steps in PyTorch, eager, in single precision, on the first graphics card.

    python3 torch_steps.py networks.json

reads the networks, and beside that file their first weights and their batch. Each line of the output is a JSON object:
a sentence ("fact", "left_out") or a figure in microseconds per step, with the losses of the first steps. With
TORCH_DEVICE=cpu in the environment it computes on the processor, to try the script where there is no card.
"""

import array
import json
import os
import statistics
import sys
import time


def say(**fields):
    print(json.dumps(fields), flush=True)


try:
    import torch
except Exception as problem:
    say(left_out="PyTorch was not measured: %s." % problem)
    sys.exit()

DEVICE = os.environ.get("TORCH_DEVICE", "cuda")
ACTIVATIONS = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh}
OPTIMISERS = {"Descent": torch.optim.SGD, "Adam": torch.optim.Adam}


def loss_function(name):
    if name == "mse":
        return torch.nn.MSELoss()
    if name == "sum_of_squares":
        return torch.nn.MSELoss(reduction="sum")
    # the targets are a share for each class
    return torch.nn.CrossEntropyLoss()


def numbers(folder, network):
    """The model with its first weights, and the batch, samples by features as PyTorch has it."""
    flat = array.array("f")
    with open(os.path.join(folder, network["network"] + ".f32"), "rb") as file:
        flat.frombytes(file.read())
    flat = torch.tensor(flat)
    sizes = network["sizes"]
    taken = 0

    def take(*shape):
        nonlocal taken
        count = shape[0] * shape[1] if len(shape) > 1 else shape[0]
        taken += count
        return flat[taken - count : taken].reshape(shape).clone()

    layers = []
    for inputs, outputs, activation in zip(sizes, sizes[1:], network["activations"]):
        layer = torch.nn.Linear(inputs, outputs)
        with torch.no_grad():
            layer.weight.copy_(take(outputs, inputs))
            layer.bias.copy_(take(outputs))
        layers.append(layer)
        if activation in ACTIVATIONS:
            layers.append(ACTIVATIONS[activation]())
    x = take(sizes[0], network["batch"]).T.contiguous()
    y = take(sizes[-1], network["batch"]).T.contiguous()
    assert taken == len(flat), "the file holds other numbers"
    return torch.nn.Sequential(*layers).to(DEVICE), x.to(DEVICE), y.to(DEVICE)


class Steps:
    def __init__(self, folder, network, rate):
        self.model, self.x, self.y = numbers(folder, network)
        self.loss = loss_function(network["loss"])
        self.optimiser = OPTIMISERS[network["optimiser"]](self.model.parameters(), lr=rate)

    def step(self):
        """Predicts, differentiates, updates; the gradients can be read until the next step."""
        self.optimiser.zero_grad()
        loss = self.loss(self.model(self.x), self.y)
        loss.backward()
        self.optimiser.step()
        return loss.detach()

    def micros(self, count):
        """The time of so many steps in a row, until all their losses are back."""
        before = time.perf_counter()
        losses = torch.stack([self.step() for _ in range(count)]).tolist()
        if DEVICE == "cuda":
            torch.cuda.synchronize()
        assert losses[-1] == losses[-1], "a loss is not a number"
        return (time.perf_counter() - before) * 1e6


def measure(folder, network, method):
    steps = Steps(folder, network, method["rate"])
    losses = [steps.step().item() for _ in range(method["first"])]
    limit = method["seconds"] * 1e6
    least = method["warm_seconds"] * 1e6
    warm, warmed = 0, 0
    while (warmed < method["warm_up"] or warm < least) and warm < limit / 4:
        warm += steps.micros(1)
        warmed += 1
    count = max(1, min(method["steps"], int(limit / (warm / warmed) / (method["rows"] + 1))))
    row = statistics.median(steps.micros(count) / count for _ in range(method["rows"]))
    alone = statistics.median(steps.micros(1) for _ in range(count))
    say(network=network["network"], row=row, alone=alone, steps=count, losses=losses)


def main():
    if DEVICE == "cuda" and not torch.cuda.is_available():
        say(left_out="PyTorch was not measured: it is there, but finds no graphics card.")
        return
    # as on our side: no product in less than single precision
    torch.backends.cuda.matmul.allow_tf32 = False
    name = torch.cuda.get_device_name() if DEVICE == "cuda" else "the processor"
    say(fact="PyTorch %s computes on %s." % (torch.__version__, name))
    with open(sys.argv[1]) as file:
        method = json.load(file)
    for network in method["networks"]:
        try:
            measure(os.path.dirname(os.path.abspath(sys.argv[1])), network, method)
        except Exception as problem:
            say(left_out="PyTorch failed on %s: %s" % (network["network"], problem))


main()
