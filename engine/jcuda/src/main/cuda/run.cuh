// Element-wise work as a list of instructions that every thread follows for its element.
#pragma once

#include "scalars.cuh"

constexpr int RUN_THREADS = 128;

// How an instruction takes an operand.
enum Operand { NONE, ARRAY, SINGLE, SLOT };

template <typename T>
__device__ __forceinline__ T operand(int kinds, int at, const T* m, int i, const T* slots) {
    switch (kinds & 3) {
        case ARRAY: return m[at + i];
        case SINGLE: return m[at];
        case SLOT: return slots[at * RUN_THREADS];
        default: return 0;
    }
}

// One of gridDim.y independent lists. All threads of a block do the same, so no branch parts them.
template <typename T>
__device__ __forceinline__ void run(T* m, const int4* code, T* slots) {
    int4 head = __ldg(code + blockIdx.y);
    int i = blockIdx.x * RUN_THREADS + threadIdx.x;
    if (i >= head.z || head.y == 0 || (head.w >= 0 && m[head.w] == 0)) {
        return;
    }
    const int4* at = code + gridDim.y + 2 * head.x;
    const int4* end = at + 2 * head.y;
    slots += threadIdx.x;
    int4 nextFirst = __ldg(at);
    int4 nextSecond = __ldg(at + 1);
    do {
        int4 first = nextFirst;
        int4 second = nextSecond;
        at += 2;
        // the next instruction is on its way while this one is done; behind the last one lies nothing
        if (at != end) {
            nextFirst = __ldg(at);
            nextSecond = __ldg(at + 1);
        }
        T a = operand(second.z, first.w, m, i, slots);
        T b = operand(second.z >> 2, second.x, m, i, slots);
        T c = operand(second.z >> 4, second.y, m, i, slots);
        T result = apply(first.x, a, b, c);
        if (first.y >= 0) {
            slots[first.y * RUN_THREADS] = result;
        }
        if (first.z >= 0) {
            m[first.z + i] = result;
        }
    } while (at != end);
}
