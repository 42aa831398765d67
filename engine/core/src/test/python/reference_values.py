"""Writes the tables of activations and losses that tests compare with: 50-digit arithmetic, written from the definitions
in the manuals of NNlib 0.9 and Flux 0.16, independently of the engine. Needs mpmath (the tables were made with 1.3.0).

    python3 engine/core/src/test/python/reference_values.py
"""
from pathlib import Path

import mpmath
from mpmath import mp, mpf

# far more than are written, because some definitions cancel
mp.dps = 900
DIGITS = 50
OUT = Path(__file__).parent.parent / "resources" / "org" / "chainboard" / "engine"

# ---- activations, each of one number ------------------------------------------------------------------------------


def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


def softplus(x):
    return mpmath.log1p(mpmath.exp(x))


def selu(x):
    scale, alpha = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")
    return scale * (x if x > 0 else alpha * mpmath.expm1(x))


def elu(x):
    return x if x > 0 else mpmath.expm1(x)


def hardsigmoid(x):
    return max(mpf(0), min(mpf(1), (x + 3) / 6))


def softshrink(x):
    return x - mpf("0.5") if x > 0.5 else x + mpf("0.5") if x < -0.5 else mpf(0)


ACTIVATIONS = {
    "identity": lambda x: x,
    "relu": lambda x: max(x, mpf(0)),
    "tanh": mpmath.tanh,
    "σ": sigmoid,
    "leakyrelu": lambda x: x if x > 0 else x / 100,
    "elu": elu,
    "gelu": lambda x: x / 2 * (1 + mpmath.tanh(mpmath.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3))),
    "swish": lambda x: x * sigmoid(x),
    "softplus": softplus,
    "selu": selu,
    "celu": elu,
    "mish": lambda x: x * mpmath.tanh(softplus(x)),
    "softsign": lambda x: x / (1 + abs(x)),
    "hardσ": hardsigmoid,
    "hardtanh": lambda x: max(mpf(-1), min(mpf(1), x)),
    "hardswish": lambda x: x * hardsigmoid(x),
    "relu6": lambda x: min(max(x, mpf(0)), mpf(6)),
    "logσ": lambda x: -softplus(-x),
    "tanhshrink": lambda x: x - mpmath.tanh(x),
    "softshrink": softshrink,
    "lisht": lambda x: x * mpmath.tanh(x),
    "trelu": lambda x: x if x > 1 else mpf(0),
    "logcosh": lambda x: mpmath.log(mpmath.cosh(x)),
    "rrelu": lambda x: x if x > 0 else x * 11 / 48,
}

# numbers that a float holds exactly, away from corners
POINTS = [-80, -20, -7.5, -4.25, -2.5, -1.75, -0.8125, -0.25, -0.0078125]
POINTS += [0.0078125, 0.3125, 0.75, 1.5, 2.625, 4.5, 7.25, 19, 80]


def activations():
    rows = ["# activation; x; value; first derivative; second derivative"]
    for name, f in ACTIVATIONS.items():
        for point in POINTS:
            x = mpf(point)
            values = [f(x), mpmath.diff(f, x), mpmath.diff(f, x, 2)]
            rows.append("; ".join([name, repr(point)] + [number(value) for value in values]))
    return rows


# ---- over the first axis ------------------------------------------------------------------------------------------


def softmax(column):
    exps = [mpmath.exp(x) for x in column]
    return [e / sum(exps) for e in exps]


COLUMNS = [[1, 2, 4], [-0.5, 0.25, 0.125], [-70, 3, 0], [10, 10, 10], [0.75], [-3, -8, 12, 5.5]]


def columns():
    rows = ["# function; x; value"]
    for column in COLUMNS:
        shares = softmax([mpf(x) for x in column])
        rows.append("; ".join(["softmax", listed(column, repr), listed(shares, number)]))
        rows.append("; ".join(["logsoftmax", listed(column, repr), listed([mpmath.log(s) for s in shares], number)]))
    return rows


# ---- losses, each of a matrix of 3 classes x 2 samples, column by column ------------------------------------------

EPS = mpf(2) ** -52


def xlogy(x, y):
    return mpf(0) if x == 0 else x * mpmath.log(y)


def mean(values):
    return sum(values) / len(values)


def numbers(terms):
    """A loss of every number by itself."""
    return lambda p, y, agg, n: agg([terms(a, b, n) for pc, yc in zip(p, y) for a, b in zip(pc, yc)])


def samples(terms):
    """A loss of every sample."""
    return lambda p, y, agg, n: agg([terms(pc, yc, n) for pc, yc in zip(p, y)])


def huber(p, y, delta):
    e = abs(p - y)
    return e**2 / 2 if e < delta else delta * (e - delta / 2)


def cross(p, y, n):
    return -sum(xlogy(b, a + EPS) for a, b in zip(p, y))


def logitcross(p, y, n):
    return -sum(b * mpmath.log(s) for s, b in zip(softmax(p), y))


def binary(p, y, n):
    return -xlogy(y, p + EPS) - xlogy(1 - y, 1 - p + EPS)


def focal(p, y, gamma):
    return sum(-b * (1 - a - EPS) ** gamma * mpmath.log(a + EPS) for a, b in zip(p, y))


def binary_focal(p, y, gamma):
    right = y * (p + EPS) + (1 - y) * (1 - p - EPS)
    return -((1 - right) ** gamma) * mpmath.log(right)


def dice(p, y, agg, smooth):
    pairs = [(a, b) for pc, yc in zip(p, y) for a, b in zip(pc, yc)]
    common = 2 * sum(a * b for a, b in pairs) + smooth
    return 1 - common / (sum(a * a for a, _ in pairs) + sum(b * b for _, b in pairs) + smooth)


ANY = [[2, -1, 0.5], [0.25, 0.5, -3]]
SHARES = [[0.75, 0.125, 0.125], [0.0625, 0.3125, 0.625]]
HOT = [[1, 0, 0], [0, 0.25, 0.75]]
ONES = [[1, 0, 0], [0, 1, 1]]
SIGNS = [[1, -1, 1], [-1, 1, 1]]
COUNTS = [[2, 0, 1], [5, 1, 3]]
CORNERLESS = [[2, -0.75, 0.5], [0.25, 0.5, -3]]
POSITIVE = [[1.5, 0.25, 0.75], [4, 2, 3.5]]

# name, formula, prediction, target, its number
LOSSES = [
    ("mse", numbers(lambda p, y, n: (p - y) ** 2), ANY, HOT, 0),
    ("mae", numbers(lambda p, y, n: abs(p - y)), ANY, HOT, 0),
    ("msle", numbers(lambda p, y, n: mpmath.log((p + EPS) / (y + EPS)) ** 2), POSITIVE, [[1, 2, 3], [4.5, 5, 0.5]], 0),
    ("sum_of_squares", lambda p, y, agg, n: numbers(lambda a, b, _: (a - b) ** 2)(p, y, sum, n), ANY, HOT, 0),
    ("crossentropy", samples(cross), SHARES, HOT, 0),
    ("logitcrossentropy", samples(logitcross), ANY, HOT, 0),
    ("binarycrossentropy", numbers(binary), SHARES, ONES, 0),
    ("logitbinarycrossentropy", numbers(lambda p, y, n: (1 - y) * p + softplus(-p)), ANY, ONES, 0),
    ("huber", numbers(huber), ANY, HOT, 1),
    ("huber", numbers(huber), ANY, HOT, 0.5),
    ("kldivergence", samples(lambda p, y, n: sum(xlogy(b, b) for b in y) + cross(p, y, n)), SHARES, HOT, 0),
    ("poisson", numbers(lambda p, y, n: p - xlogy(y, p)), POSITIVE, COUNTS, 0),
    ("hinge", numbers(lambda p, y, n: max(mpf(0), 1 - p * y)), CORNERLESS, SIGNS, 0),
    ("squared_hinge", numbers(lambda p, y, n: max(mpf(0), 1 - p * y) ** 2), CORNERLESS, SIGNS, 0),
    ("focal", samples(focal), SHARES, HOT, 2),
    ("focal", samples(focal), SHARES, HOT, 3.5),
    ("binary_focal", numbers(binary_focal), SHARES, ONES, 2),
    ("dice_coeff", dice, SHARES, ONES, 1),
    ("dice_coeff", dice, SHARES, ONES, 0.25),
]


def exact(matrix):
    return [[mpf(x) for x in column] for column in matrix]


def losses():
    rows = ["# loss; its number; agg; prediction; target; value; gradient (all column by column)"]
    for name, formula, prediction, target, setting in LOSSES:
        aggs = {"mean": mean} if name in ("sum_of_squares", "dice_coeff") else {"mean": mean, "sum": sum}
        for agg_name, agg in aggs.items():
            p, y = exact(prediction), exact(target)
            value = formula(p, y, agg, mpf(setting))
            slopes = [slope(formula, p, y, agg, setting, i, j) for i in range(2) for j in range(3)]
            flat = [[x for column in matrix for x in column] for matrix in (prediction, target)]
            cells = [name, repr(setting), agg_name, listed(flat[0], repr), listed(flat[1], repr)]
            rows.append("; ".join(cells + [number(value), listed(slopes, number)]))
    return rows


def slope(formula, p, y, agg, setting, i, j):
    def moved(x):
        other = [list(column) for column in p]
        other[i][j] = x
        return formula(other, y, agg, mpf(setting))

    return mpmath.diff(moved, p[i][j])


def number(value):
    # what is this small is the dust of a difference, or nothing to a double
    return "0" if abs(value) < mpf(10) ** -330 else mpmath.nstr(value, DIGITS)


def listed(values, text):
    return " ".join(text(value) for value in values)


for path, rows in (("layer/activations.csv", activations()), ("layer/columns.csv", columns()), ("loss/losses.csv", losses())):
    (OUT / path).write_text("\n".join(rows) + "\n", encoding="utf-8")
