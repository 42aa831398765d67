#!/usr/bin/env python3
"""Writes functions.csv: the functions of the engine at awkward points, to 50 digits, by mpmath.

    python3 functions.py > ../resources/org/chainboard/engine/op/functions.csv

A line is: name, number type, arguments as the numbers of that type that they are, value.
"""
import struct

import mpmath
from mpmath import mp, mpf

mp.dps = 120  # 1e300 + 1e-300 does not matter here, but differences of numbers near 1 do


def single(x):
    return struct.unpack('f', struct.pack('f', x))[0]


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return mp.log1p(mp.exp(x)) if x < 0 else x + mp.log1p(mp.exp(-x))


def logsumexp(*xs):
    top = max(xs)
    return top + mp.log(mp.fsum(mp.exp(x - top) for x in xs))


def variance(*xs):
    mean = mp.fsum(xs) / len(xs)
    return mp.fsum((x - mean) ** 2 for x in xs) / (len(xs) - 1)


WIDE = [0.1, -0.1, 0.7, -0.7, 1.0, -1.0, 1e-10, -1e-10, 1e-30, 2.5, -2.5, 3.3, -17.25, 20.0, 36.7, -40.1]
SMALL = [0.1, -0.1, 0.5, -0.9, 0.999999, -0.999999, 1e-8, 1e-30]
ANGLES = WIDE + [1.5707963267948966, 3.141592653589793, 6.283185307179586, 1e3, 123456.7, 1e15, 1e22]
ABOVE = [1e-30, 1e-10, 0.1, 0.5, 0.9999999, 1.0, 1.0000001, 2.0, 2.718281828459045, 10.0, 1e10, 1e30]

ONE = {
    'neg': (lambda x: -x, WIDE),
    'square': (lambda x: x * x, WIDE),
    'sqrt': (mp.sqrt, ABOVE),
    'inv': (lambda x: 1 / x, WIDE),
    'exp': (mp.exp, WIDE + [-80.5, 80.5]),
    'expm1': (mp.expm1, WIDE),
    'log': (mp.log, ABOVE),
    'log1p': (mp.log1p, [x for x in WIDE if x > -1] + [-0.999, 1e10]),
    'sin': (mp.sin, ANGLES),
    'cos': (mp.cos, ANGLES),
    'tan': (mp.tan, ANGLES),
    'asin': (mp.asin, SMALL),
    'acos': (mp.acos, SMALL),
    'atan': (mp.atan, WIDE + [1e10]),
    'sinh': (mp.sinh, WIDE),
    'cosh': (mp.cosh, WIDE),
    'tanh': (mp.tanh, WIDE),
    'sigmoid': (sigmoid, WIDE + [-80.5]),
    'softplus': (softplus, WIDE + [-80.5, 80.5]),
    'relu': (lambda x: max(x, mpf(0)), WIDE),
    'abs': (abs, WIDE),
    'sign': (mp.sign, WIDE),
    'floor': (mp.floor, WIDE),
}

PAIRS = [(0.1, 0.2), (-0.3, 0.7), (1.5, -2.5), (-1e-10, 1e10), (3.0, 4.0), (1e15, 1.0), (-7.1, -0.01), (20.0, 20.0)]
EXTREMES = [(1e30, 3e30), (-1e-30, 2e-30), (1e300, 2e300), (-1e-300, -2e-300), (88.9, -700.0)]
POWERS = [(0.1, 0.2), (2.0, 0.5), (1.0000001, 1e6), (10.0, -3.0), (-2.0, 3.0), (-1.5, -4.0), (1e10, 0.1), (0.5, 100.0)]

TWO = {
    'add': (lambda a, b: a + b, PAIRS),
    'sub': (lambda a, b: a - b, PAIRS[:-1]),
    'mul': (lambda a, b: a * b, PAIRS),
    'div': (lambda a, b: a / b, PAIRS),
    'chain': (lambda a, b: a * b, PAIRS),
    'pow': (mp.power, POWERS),
    'max': (max, PAIRS),
    'min': (min, PAIRS),
    'atan2': (mp.atan2, PAIRS + EXTREMES),
    'hypot': (mp.hypot, PAIRS + EXTREMES),
    'logaddexp': (logsumexp, PAIRS + EXTREMES),
    'greater': (lambda a, b: mpf(a > b), PAIRS),
    'equal': (lambda a, b: mpf(a == b), PAIRS),
}

LISTS = [(0.1, 0.2, 0.3), (-1.5, 2.5, 1e-3, 7.25), (1e3, 1e3 + 1, 1e3 + 2), (-50.0, -60.0, 1.0), (0.5,) * 7 + (0.25,)]
HUGE = [(1e200, 2e200, -3e200), (3e-200, 4e-200), (-1e30, 2e30)]

MANY = {
    'SUM': (lambda *xs: mp.fsum(xs), LISTS),
    'MEAN': (lambda *xs: mp.fsum(xs) / len(xs), LISTS),
    'PROD': (lambda *xs: mp.fprod(xs), LISTS),
    'VAR': (variance, LISTS),
    'STD': (lambda *xs: mp.sqrt(variance(*xs)), LISTS),
    'NORM': (lambda *xs: mp.sqrt(mp.fsum(x * x for x in xs)), LISTS + HUGE),
    'LOGSUMEXP': (logsumexp, LISTS + HUGE),
}


def lines():
    for table in (ONE, TWO, MANY):
        for name, (function, points) in table.items():
            for point in points:
                numbers = point if isinstance(point, tuple) else (point,)
                yield name, 'F64', numbers, function
                small = all(abs(x) < 1e36 and abs(x) > 1e-36 for x in numbers)
                if small:
                    yield name, 'F32', tuple(single(x) for x in numbers), function


print(f'# Values to 50 digits by mpmath {mpmath.__version__}; made by src/test/python/functions.py')
for name, kind, numbers, function in lines():
    value = mp.nstr(function(*[mpf(x) for x in numbers]), 50)
    print(','.join([name, kind, ' '.join(repr(x) for x in numbers), value]))
