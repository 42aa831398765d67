#!/usr/bin/env python3
"""Writes slopes.csv: first and second derivatives of functions of one number at awkward points, to 50 digits, by mpmath.

    python3 slopes.py > ../resources/org/chainboard/engine/op/slopes.csv

A line is: name, number type, argument as the number of that type that it is, first derivative, second derivative.
"""
import struct

import mpmath
from mpmath import mp, mpf

mp.dps = 200


def single(x):
    return struct.unpack('f', struct.pack('f', x))[0]


def sech2(x):
    return 1 / mp.cosh(x) ** 2


def sigma(x):
    return 1 / (1 + mp.exp(-x))


def bell(x):
    return sigma(x) * sigma(-x)


WIDE = [0.1, -0.1, 0.7, -0.7, 1.0, -1.0, 1e-10, -1e-10, 2.5, -2.5, 3.3, -17.25, -37.0, -40.0, 20.0]
NEAR_ONE = [0.1, -0.5, 0.9, -0.9, 0.9999, -0.9999, 0.999999, -0.999999, 1e-8]
NEARER = [0.999999999999, -0.999999999999]
ABOVE = [1e-10, 0.1, 0.5, 0.9999999, 1.0, 1.0000001, 2.0, 2.718281828459045, 10.0, 1e10]

TABLE = {
    'square': (lambda x: 2 * x, lambda x: mpf(2), WIDE),
    'sqrt': (lambda x: 1 / (2 * mp.sqrt(x)), lambda x: -1 / (4 * mp.sqrt(x) ** 3), ABOVE),
    'inv': (lambda x: -1 / x ** 2, lambda x: 2 / x ** 3, WIDE),
    'exp': (mp.exp, mp.exp, WIDE),
    'expm1': (mp.exp, mp.exp, WIDE),
    'log': (lambda x: 1 / x, lambda x: -1 / x ** 2, ABOVE),
    'log1p': (lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2, [x for x in WIDE if x > -1]),
    'sin': (mp.cos, lambda x: -mp.sin(x), WIDE),
    'cos': (lambda x: -mp.sin(x), lambda x: -mp.cos(x), WIDE),
    'tan': (lambda x: 1 / mp.cos(x) ** 2, lambda x: 2 * mp.tan(x) / mp.cos(x) ** 2, WIDE),
    'asin': (lambda x: 1 / mp.sqrt(1 - x * x), lambda x: x / mp.sqrt(1 - x * x) ** 3, NEAR_ONE + NEARER),
    'acos': (lambda x: -1 / mp.sqrt(1 - x * x), lambda x: -x / mp.sqrt(1 - x * x) ** 3, NEAR_ONE + NEARER),
    'atan': (lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2, WIDE),
    'sinh': (mp.cosh, mp.sinh, WIDE),
    'cosh': (mp.sinh, mp.cosh, WIDE),
    'tanh': (sech2, lambda x: -2 * mp.tanh(x) * sech2(x), WIDE),
    'sigmoid': (bell, lambda x: bell(x) * (1 - 2 * sigma(x)), WIDE),
    'softplus': (sigma, bell, WIDE),
}


def written(value):
    return mp.nstr(value, 50)


print(f'# First and second derivatives to 50 digits by mpmath {mpmath.__version__}; made by src/test/python/slopes.py')
for name, (first, second, points) in TABLE.items():
    for point in points:
        numbers = [('F64', point)] + ([] if point in NEARER else [('F32', single(point))])
        for kind, x in numbers:
            print(','.join([name, kind, repr(x), written(first(mpf(x))), written(second(mpf(x)))]))
