// Numbers that go from one place to another. Blocks and threads may be as many as one likes.
#pragma once

#include "folds.cuh"

__device__ __forceinline__ int first_place() {
    return blockIdx.x * blockDim.x + threadIdx.x;
}

__device__ __forceinline__ int places_at_once() {
    return gridDim.x * blockDim.x;
}

template <typename T>
__device__ __forceinline__ void fill_rows(T* m, int a, int out, int rows, int columns) {
#pragma unroll 1
    for (int i = first_place(); i < rows * columns; i += places_at_once()) {
        m[out + i] = m[a + i / columns];
    }
}

template <typename T>
__device__ __forceinline__ void repeat_rows(T* m, int a, int out, int rows, int columns) {
#pragma unroll 1
    for (int i = first_place(); i < rows * columns; i += places_at_once()) {
        m[out + i] = m[a + i % columns];
    }
}

// A place outside is taken to the nearer end, NaN to the first.
template <typename T>
__device__ __forceinline__ int nearest(T index, int length) {
    if (!(index > 0)) {
        return 0;
    }
    return index < T(length) ? min(int(index), length - 1) : length - 1;
}

template <typename T>
__device__ __forceinline__ void gather(T* m, int a, int index, int out, int rows, int length, int count) {
#pragma unroll 1
    for (int i = first_place(); i < rows * count; i += places_at_once()) {
        m[out + i] = m[a + i / count * length + nearest(m[index + i % count], length)];
    }
}

// Each number of the result looks for what belongs to it, so that the order of adding is fixed.
template <typename T>
__device__ __forceinline__ void put_add(T* m, int a, int index, int out, int rows, int count, int length) {
#pragma unroll 1
    for (int i = first_place(); i < rows * length; i += places_at_once()) {
        double sum = 0;
#pragma unroll 1
        for (int j = 0; j < count; j++) {
            if (nearest(m[index + j], length) == i % length) {
                sum += m[a + i / length * count + j];
            }
        }
        m[out + i] = sum;
    }
}

// Position number i of an array of these dims, in an array with these strides.
__device__ __forceinline__ int strided(int i, const int* dims, const int* strides, int rank) {
    int place = 0;
#pragma unroll 1
    for (int axis = rank - 1; axis >= 0; axis--) {
        int dim = __ldg(dims + axis);
        place += i % dim * __ldg(strides + axis);
        i /= dim;
    }
    return place;
}

template <typename T>
__device__ __forceinline__ void copy_strided(T* m, int a, int out, const int* shape, int rank, int size) {
#pragma unroll 1
    for (int i = first_place(); i < size; i += places_at_once()) {
        int from = strided(i, shape, shape + rank, rank);
        m[out + strided(i, shape, shape + 2 * rank, rank)] = m[a + from];
    }
}

// A warp per position that is kept.
template <typename T>
__device__ __forceinline__ void fold_strided(
        T* m, int a, int out, const int* shape, int rank, int size, const int* inner, int innerRank, int innerSize,
        int code) {
    int lane = threadIdx.x % WARP;
#pragma unroll 1
    for (int i = first_place() / WARP; i < size; i += places_at_once() / WARP) {
        int from = a + strided(i, shape, shape + rank, rank);
        double value = start(code);
#pragma unroll 1
        for (int j = lane; j < innerSize; j += WARP) {
            value = combine(code, value, m[from + strided(j, inner, inner + innerRank, innerRank)]);
        }
        value = fold_warp(code, value);
        if (lane == 0) {
            m[out + strided(i, shape, shape + 2 * rank, rank)] = value;
        }
    }
}

template <typename T>
__device__ __forceinline__ void copy_when(T* m, int from, int to, int size, int when) {
    if (when >= 0 && m[when] == 0) {
        return;
    }
#pragma unroll 1
    for (int i = first_place(); i < size; i += places_at_once()) {
        m[to + i] = m[from + i];
    }
}

// One block: a row of the ring gets the numbers that are watched.
template <typename T>
__device__ __forceinline__ void report(const T* m, const int* places, int count, double* ring, int* row) {
    int number = *row;
#pragma unroll 1
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        ring[number * count + i] = m[places[i]];
    }
    __syncthreads();
    if (threadIdx.x == 0) {
        *row = number + 1;
    }
}
