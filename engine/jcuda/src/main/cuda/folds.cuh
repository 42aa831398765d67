// Many numbers to one, always in the same order, so that runs repeat bit for bit. Single precision is added up in double.
#pragma once

#include "scalars.cuh"

constexpr int WARP = 32;
constexpr unsigned ALL_LANES = 0xFFFFFFFFu;
constexpr int MOST_WARPS = 8;

__device__ __forceinline__ double start(int code) {
    return code == LARGEST ? -INFINITY : 0.0;
}

__device__ __forceinline__ double combine(int code, double a, double b) {
    return code == LARGEST ? larger(a, b) : a + b;
}

// What the lanes of a warp hold to one number, in its first lane.
__device__ __forceinline__ double fold_warp(int code, double value) {
#pragma unroll 1
    for (int distance = WARP / 2; distance > 0; distance /= 2) {
        value = combine(code, value, __shfl_down_sync(ALL_LANES, value, distance));
    }
    return value;
}

// What the threads of a block of whole warps hold to one number, in its first thread.
__device__ __forceinline__ double fold_block(int code, double value) {
    __shared__ double warps[MOST_WARPS];
    value = fold_warp(code, value);
    if (threadIdx.x % WARP == 0) {
        warps[threadIdx.x / WARP] = value;
    }
    __syncthreads();
    if (threadIdx.x == 0) {
#pragma unroll 1
        for (int warp = 1; warp < blockDim.x / WARP; warp++) {
            value = combine(code, value, warps[warp]);
        }
    }
    // the next fold of this block writes there again
    __syncthreads();
    return value;
}

// What is added up for one element.
template <typename T>
__device__ __forceinline__ T term(int code, const T* m, int a, int b) {
    T x = m[a];
    switch (code) {
        case SUM_SQUARES: return x * x;
        case SUM_PRODUCTS: return x * m[b];
        case SUM_ZEROS: return x * 0;
        default: return x;
    }
}

// A row of the table: {code, a, b, extent, out, partials, blocks, 0}.
template <typename T>
__device__ __forceinline__ void fold(T* m, const int4* table) {
    int4 first = __ldg(table + 2 * blockIdx.y);
    int4 second = __ldg(table + 2 * blockIdx.y + 1);
    int code = first.x;
    int blocks = second.z;
    if (blockIdx.x >= blocks) {
        return;
    }
    double value = start(code);
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < first.w; i += blocks * blockDim.x) {
        value = combine(code, value, term(code, m, first.y + i, first.z + i));
    }
    value = fold_block(code, value);
    if (threadIdx.x == 0) {
        m[blocks == 1 ? second.x : second.y + blockIdx.x] = value;
    }
}

template <typename T>
__device__ __forceinline__ void fold_end(T* m, const int4* table) {
    int code = __ldg(table + 2 * blockIdx.y).x;
    int4 second = __ldg(table + 2 * blockIdx.y + 1);
    if (second.z <= 1) {
        return;
    }
    double value = start(code);
#pragma unroll 1
    for (int i = threadIdx.x; i < second.z; i += blockDim.x) {
        value = combine(code, value, m[second.y + i]);
    }
    value = fold_block(code, value);
    if (threadIdx.x == 0) {
        m[second.x] = value;
    }
}

// One block per row.
template <typename T>
__device__ __forceinline__ void row_sums(T* m, int a, int out, int rows, int columns) {
    for (int row = blockIdx.x; row < rows; row += gridDim.x) {
        double value = 0;
        for (int column = threadIdx.x; column < columns; column += blockDim.x) {
            value += m[a + row * columns + column];
        }
        value = fold_block(SUM, value);
        if (threadIdx.x == 0) {
            m[out + row] = value;
        }
    }
}

// 256 threads; a block has 32 columns, or all where there are fewer, and as many threads for each as there are.
template <typename T>
__device__ __forceinline__ void fold_columns(int code, T* m, int a, int out, int rows, int columns) {
    __shared__ double shared[WARP * MOST_WARPS];
    int width = WARP;
    while (width > 1 && width / 2 >= columns) {
        width /= 2;
    }
    int lanes = WARP * MOST_WARPS / width;
    int lane = threadIdx.x / width;
    int column = blockIdx.x * width + threadIdx.x % width;
    double value = start(code);
    if (column < columns) {
        for (int row = lane; row < rows; row += lanes) {
            value = combine(code, value, m[a + row * columns + column]);
        }
    }
    shared[threadIdx.x] = value;
#pragma unroll 1
    for (int half = lanes / 2; half > 0; half /= 2) {
        __syncthreads();
        if (lane < half) {
            value = combine(code, value, shared[threadIdx.x + half * width]);
            shared[threadIdx.x] = value;
        }
    }
    if (lane == 0 && column < columns) {
        m[out + column] = value;
    }
}
