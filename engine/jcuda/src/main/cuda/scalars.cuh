// The functions of one and of two numbers, with the corner values that the engine's definition of every op has.
// Compiled without contraction: a product is rounded before it is added to, as there.
#pragma once

#include "codes.cuh"

// As Java's: NaN where one of them is NaN, and 0 is larger than -0.
template <typename T>
__device__ __forceinline__ T larger(T a, T b) {
    if (a != a) {
        return a;
    }
    if (a == 0 && b == 0) {
        return a + b;
    }
    return a > b ? a : b;
}

template <typename T>
__device__ __forceinline__ T smaller(T a, T b) {
    if (a != a) {
        return a;
    }
    if (a == 0 && b == 0) {
        return -(-a - b);
    }
    return a < b ? a : b;
}

// As Java's, which knows no answer where C takes 1 to any power, and -1 to an infinite one, as 1.
template <typename T>
__device__ __forceinline__ T power(T a, T b) {
    if (b == 0) {
        return 1;
    }
    if (b != b || (fabs(a) == 1 && isinf(b))) {
        return b - b;
    }
    return pow(a, b);
}

// exp of a number that is not positive overflows nowhere.
template <typename T>
__device__ __forceinline__ T sigmoid(T x) {
    T e = exp(-fabs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
}

// Equal infinities have no difference.
template <typename T>
__device__ __forceinline__ T logaddexp(T a, T b) {
    T distance = a == b ? 0 : fabs(a - b);
    return larger(a, b) + log1p(exp(-distance));
}

// One reduction of the angle for the three of them.
template <typename T>
__device__ __forceinline__ T angle(int code, T x) {
    T sine;
    T cosine;
    sincos(x, &sine, &cosine);
    return code == SIN ? sine : code == COS ? cosine : sine / cosine;
}

template <typename T>
__device__ __forceinline__ T apply(int code, T a, T b, T c) {
    switch (code) {
        case COPY:
        case FILL: return a;
        case NEG: return -a;
        case SQUARE: return a * a;
        case SQRT: return sqrt(a);
        case INV: return 1 / a;
        case EXP: return exp(a);
        case EXPM1: return expm1(a);
        case LOG: return log(a);
        case LOG1P: return log1p(a);
        case SIN:
        case COS:
        case TAN: return angle(code, a);
        case ASIN: return asin(a);
        case ACOS: return acos(a);
        case ATAN: return atan(a);
        case SINH: return sinh(a);
        case COSH: return cosh(a);
        case TANH: return tanh(a);
        case SIGMOID: return sigmoid(a);
        case SOFTPLUS: return larger(a, T(0)) + log1p(exp(-fabs(a)));
        case RELU: return a <= 0 ? 0 : a;
        case ABS: return fabs(a);
        case SIGN: return a > 0 ? 1 : a < 0 ? -1 : a;
        case FLOOR: return floor(a);
        case ADD:
        case ADD_S: return a + b;
        case SUB:
        case SUB_S: return a - b;
        case SUB_R: return b - a;
        case MUL:
        case MUL_S: return a * b;
        case DIV:
        case DIV_S: return a / b;
        case DIV_R: return b / a;
        case POW: return power(a, b);
        case MAX:
        case MAX_S: return larger(a, b);
        case MIN:
        case MIN_S: return smaller(a, b);
        case GREATER:
        case GREATER_S: return a > b ? 1 : 0;
        case EQUAL:
        case EQUAL_S: return a == b ? 1 : 0;
        case CHAIN: return a == 0 ? 0 : a * b;
        case WHERE: return a != 0 ? b : c;
        case FMA:
        case FMA_S: return a * b + c;
        case FNMA:
        case FNMA_S: return c - a * b;
        case MEAN_S: return a * b + c * (1 - b);
        case MEAN_SQUARES_S: return a * b + c * c * (1 - b);
        case ROOT_S: return sqrt(a * b) + c;
        case RATIO_S: return a * b / c;
        case TANH_SLOPE: return b == 0 ? 0 : (1 - a * a) * b;
        case SIGMOID_SLOPE: return b == 0 ? 0 : a * (1 - a) * b;
        case RELU_SLOPE: return (a > 0 ? T(1) : T(0)) * b;
        case ATAN2: return atan2(a, b);
        case HYPOT: return hypot(a, b);
        case LOGADDEXP: return logaddexp(a, b);
    }
    return a;
}
