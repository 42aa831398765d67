"""The first five steps of every optimiser and modifier, in 50-digit arithmetic.

Written from the papers and the documentation of Optimisers.jl 0.4, number by number. Prints the table
src/test/resources/org/chainboard/engine/optim/trajectories.csv; needs mpmath (made with 1.3.0):

    python3 optimisers.py > ../resources/org/chainboard/engine/optim/trajectories.csv

The function is f(p) = (1 - p0)^2 + 5 (p1 - p0^2)^2 + cos(2 p2) + p2^2 / 5, from (-1.2, 1, 0.5).
"""
import mpmath
from mpmath import mpf, mp, sqrt

mp.dps = 50
STEPS = 5


def d(x):
    """The double nearest to x, exactly: what a program in double precision starts from."""
    return mpf(float(x))


def slope(p):
    return [-2 * (1 - p[0]) - 20 * p[0] * (p[1] - p[0] ** 2),
            10 * (p[1] - p[0] ** 2),
            -2 * mpmath.sin(2 * p[2]) + 2 * p[2] / 5]


def each(f, *lists):
    return [f(*numbers) for numbers in zip(*lists)]


def average(old, new, decay):
    return each(lambda o, n: decay * o + (1 - decay) * n, old, new)


class Rule:
    """t counts from 1; m, v, w are arrays that a rule may use."""

    def __init__(self, **hypers):
        for name, value in hypers.items():
            setattr(self, name, d(value))
        self.t = 0
        self.m = self.v = self.w = [mpf(0)] * 3

    def __call__(self, p, g):
        self.t += 1
        return self.apply(p, g)


class Descent(Rule):
    def apply(self, p, g):
        return [self.eta * x for x in g]


class Momentum(Rule):
    def apply(self, p, g):
        self.v = each(lambda v, x: self.rho * v + self.eta * x, self.v, g)
        return self.v


class Nesterov(Rule):
    def apply(self, p, g):
        change = each(lambda v, x: (1 + self.rho) * self.eta * x - self.rho ** 2 * v, self.v, g)
        self.v = each(lambda v, x: self.rho * v - self.eta * x, self.v, g)
        return change


class RMSProp(Rule):
    centred = False

    def apply(self, p, g):
        self.v = average(self.v, [x * x for x in g], self.rho)
        if self.centred:
            self.m = average(self.m, g, self.rho)
        return each(lambda x, v, m: self.eta * x / (sqrt(v - m * m) + self.epsilon), g, self.v, self.m)


class CentredRMSProp(RMSProp):
    centred = True


class Adam(Rule):
    def moments(self, g):
        self.m = average(self.m, g, self.beta1)
        self.v = average(self.v, [x * x for x in g], self.beta2)
        return ([m / (1 - self.beta1 ** self.t) for m in self.m],
                [v / (1 - self.beta2 ** self.t) for v in self.v])

    def apply(self, p, g):
        first, second = self.moments(g)
        return each(lambda m, v: self.eta * m / (sqrt(v) + self.epsilon), first, second)


class RAdam(Adam):
    def apply(self, p, g):
        first, second = self.moments(g)
        most = 2 / (1 - self.beta2) - 1
        length = most - 2 * self.t * self.beta2 ** self.t / (1 - self.beta2 ** self.t)
        if length <= 4:
            return [self.eta * m for m in first]
        r = sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length))
        return each(lambda m, v: self.eta * r * m / (sqrt(v) + self.epsilon), first, second)


class AdaMax(Adam):
    def apply(self, p, g):
        self.m = average(self.m, g, self.beta1)
        self.v = each(lambda v, x: max(self.beta2 * v, abs(x)), self.v, g)
        rate = self.eta / (1 - self.beta1 ** self.t)
        return each(lambda m, v: rate * m / (v + self.epsilon), self.m, self.v)


class AdaGrad(Rule):
    def apply(self, p, g):
        if self.t == 1:
            self.v = [self.epsilon] * 3
        self.v = each(lambda v, x: v + x * x, self.v, g)
        return each(lambda x, v: self.eta * x / (sqrt(v) + self.epsilon), g, self.v)


class AdaDelta(Rule):
    def apply(self, p, g):
        self.v = average(self.v, [x * x for x in g], self.rho)
        change = each(lambda x, w, v: x * sqrt(w + self.epsilon) / sqrt(v + self.epsilon), g, self.w, self.v)
        self.w = average(self.w, [c * c for c in change], self.rho)
        return change


class AMSGrad(Rule):
    def apply(self, p, g):
        if self.t == 1:
            self.m = self.v = self.w = [self.epsilon] * 3
        self.m = average(self.m, g, self.beta1)
        self.v = average(self.v, [x * x for x in g], self.beta2)
        self.w = each(max, self.w, self.v)
        return each(lambda m, w: self.eta * m / (sqrt(w) + self.epsilon), self.m, self.w)


class NAdam(Adam):
    def apply(self, p, g):
        self.moments(g)
        b1, b2, t = self.beta1, self.beta2, self.t
        return each(lambda m, v, x: self.eta * (b1 * m / (1 - b1 ** (t + 1)) + (1 - b1) * x / (1 - b1 ** t))
                    / (sqrt(v * b2 / (1 - b2 ** t)) + self.epsilon), self.m, self.v, g)


class AdamW(Adam):
    def apply(self, p, g):
        return each(lambda c, x: c + self.eta * self.lamda * x, super().apply(p, g), p)


class UncoupledAdamW(Adam):
    def apply(self, p, g):
        return each(lambda c, x: c + self.lamda * x, super().apply(p, g), p)


class OAdam(Adam):
    def apply(self, p, g):
        before, self.w = self.w, super().apply(p, g)
        return each(lambda now, old: 2 * now - old, self.w, before)


class AdaBelief(Adam):
    def apply(self, p, g):
        self.m = average(self.m, g, self.beta1)
        self.v = [v + self.epsilon for v in average(self.v, each(lambda x, m: (x - m) ** 2, g, self.m), self.beta2)]
        return each(lambda m, v: self.eta * m / (1 - self.beta1 ** self.t)
                    / (sqrt(v / (1 - self.beta2 ** self.t)) + self.epsilon), self.m, self.v)


class Lion(Rule):
    """The weights of old and new in the mean are those of Optimisers.jl 0.4."""

    def apply(self, p, g):
        old = self.m
        self.m = each(lambda m, x: self.beta2 * x + (1 - self.beta2) * m, old, g)
        return each(lambda x, m: self.eta * mpmath.sign((self.beta2 - self.beta1) * x + self.beta1 * m), g, self.m)


class WeightDecay(Rule):
    def apply(self, p, g):
        return each(lambda x, y: x + self.lamda * y, g, p)


class SignDecay(Rule):
    def apply(self, p, g):
        return each(lambda x, y: x + self.lamda * mpmath.sign(y), g, p)


class ClipGrad(Rule):
    def apply(self, p, g):
        return [max(-self.delta, min(self.delta, x)) for x in g]


class ClipNorm(Rule):
    p = mpf(2)

    def apply(self, p, g):
        sizes = [abs(x) for x in g]
        length = max(sizes) if self.p == mpmath.inf else sum(x ** self.p for x in sizes) ** (1 / self.p)
        factor = min(self.omega / length, mpf(1))
        return [factor * x for x in g]


USUAL = dict(beta1=0.9, beta2=0.999, epsilon=1e-8)
ROWS = [
    ("Descent(0.02)", [Descent(eta=0.02)]),
    ("Momentum(0.01, 0.9)", [Momentum(eta=0.01, rho=0.9)]),
    ("Nesterov(0.01, 0.8)", [Nesterov(eta=0.01, rho=0.8)]),
    ("RMSProp(0.01, 0.9, 1e-8)", [RMSProp(eta=0.01, rho=0.9, epsilon=1e-8)]),
    ("RMSProp(0.01, 0.9, 1e-8; centred = true)", [CentredRMSProp(eta=0.01, rho=0.9, epsilon=1e-8)]),
    ("Adam(0.05)", [Adam(eta=0.05, **USUAL)]),
    ("Adam(0.05, (0.7, 0.8), 0.1)", [Adam(eta=0.05, beta1=0.7, beta2=0.8, epsilon=0.1)]),
    ("RAdam(0.02)", [RAdam(eta=0.02, **USUAL)]),
    ("RAdam(0.02, (0.9, 0.6))", [RAdam(eta=0.02, beta1=0.9, beta2=0.6, epsilon=1e-8)]),
    ("AdaMax(0.05)", [AdaMax(eta=0.05, **USUAL)]),
    ("AdaGrad(0.1, 0.25)", [AdaGrad(eta=0.1, epsilon=0.25)]),
    ("AdaDelta(0.9, 0.001)", [AdaDelta(rho=0.9, epsilon=0.001)]),
    ("AMSGrad(0.05, (0.9, 0.9), 0.25)", [AMSGrad(eta=0.05, beta1=0.9, beta2=0.9, epsilon=0.25)]),
    ("NAdam(0.05)", [NAdam(eta=0.05, **USUAL)]),
    ("AdamW(0.05, (0.9, 0.999), 0.3)", [AdamW(eta=0.05, lamda=0.3, **USUAL)]),
    ("AdamW(0.05, (0.9, 0.999), 0.3; couple = false)", [UncoupledAdamW(eta=0.05, lamda=0.3, **USUAL)]),
    ("OAdam(0.05)", [OAdam(eta=0.05, beta1=0.5, beta2=0.9, epsilon=1e-8)]),
    ("AdaBelief(0.05)", [AdaBelief(eta=0.05, beta1=0.9, beta2=0.999, epsilon=1e-16)]),
    ("Lion(0.01)", [Lion(eta=0.01, beta1=0.9, beta2=0.999)]),
    ("OptimiserChain(WeightDecay(0.3), Descent(0.02))", [WeightDecay(lamda=0.3), Descent(eta=0.02)]),
    ("OptimiserChain(SignDecay(0.3), Descent(0.02))", [SignDecay(lamda=0.3), Descent(eta=0.02)]),
    ("OptimiserChain(ClipGrad(1.5), Momentum(0.01, 0.9))", [ClipGrad(delta=1.5), Momentum(eta=0.01, rho=0.9)]),
    ("OptimiserChain(ClipNorm(2), Adam(0.05))", [ClipNorm(omega=2), Adam(eta=0.05, **USUAL)]),
    ("OptimiserChain(ClipNorm(2, 1), Descent(0.05))", [ClipNorm(omega=2, p=1), Descent(eta=0.05)]),
    ("OptimiserChain(ClipNorm(2, Inf), Descent(0.05))", [ClipNorm(omega=2, p=mpmath.inf), Descent(eta=0.05)]),
    ("OptimiserChain(ClipNorm(2, 3.5), Descent(0.05))", [ClipNorm(omega=2, p=3.5), Descent(eta=0.05)]),
    ("OptimiserChain(ClipNorm(2, 0.5; throw = false), Descent(0.05))",
     [ClipNorm(omega=2, p=0.5), Descent(eta=0.05)]),
    ("OptimiserChain(SignDecay(0.1), WeightDecay(0.2), AdamW(0.05, (0.9, 0.999), 0.3), ClipNorm(0.05))",
     [SignDecay(lamda=0.1), WeightDecay(lamda=0.2), AdamW(eta=0.05, lamda=0.3, **USUAL), ClipNorm(omega=0.05)]),
]


def main():
    print("# rule | step | p0 | p1 | p2; made by src/test/python/optimisers.py with mpmath " + mpmath.__version__)
    for text, rules in ROWS:
        p = [d(-1.2), mpf(1), d(0.5)]
        for step in range(1, STEPS + 1):
            change = slope(p)
            for rule in rules:
                change = rule(p, change)
            p = each(lambda x, c: x - c, p, change)
            print(" | ".join([text, str(step)] + [mpmath.nstr(x, 30) for x in p]))


main()
