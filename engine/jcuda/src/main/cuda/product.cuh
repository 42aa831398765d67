// The matrix product C = A B, tile by tile through shared memory.
#pragma once

// The sizes of a product; A's element in row i and column k lies i aRow + k aStep after its first one, B's in row k and
// column j k bRow + j bStep; C lies row by row.
struct Product {
    int rows;
    int columns;
    int inner;
    int aRow;
    int aStep;
    int bRow;
    int bStep;
};

constexpr int SIDE = 16;
constexpr int PRODUCT_THREADS = SIDE * SIDE;

// Neighbours that one thread reads together.
template <typename T, int COUNT>
struct alignas(COUNT * sizeof(T) < 16 ? COUNT * sizeof(T) : 16) Neighbours {
    T value[COUNT];
};

// A tile of A or of B: STEP numbers along the inner axis by TILE along the outer one.
template <typename T, int TILE, int STEP, int EACH>
struct Tile {
    static constexpr int COUNT = TILE * STEP / PRODUCT_THREADS;

    // longer than it needs to be, against bank conflicts
    Neighbours<T, EACH> value[STEP][TILE / EACH + 1];

    // Which number of a tile a thread fetches: neighbours fetch what lies side by side in memory.
    static __device__ __forceinline__ void place(int thread, int number, bool along, int& outer, int& inner) {
        if (along) {
            inner = thread % STEP;
            outer = thread / STEP + number * (PRODUCT_THREADS / STEP);
        } else {
            outer = thread % TILE;
            inner = thread / TILE + number * (PRODUCT_THREADS / TILE);
        }
    }

    // From memory into registers; 0 beyond the matrix.
    static __device__ __forceinline__ void fetch(
            T (&held)[COUNT], const T* from, int thread, int outer, int outers, int outerStride, int inner, int end,
            int innerStride) {
        for (int number = 0; number < COUNT; number++) {
            int i;
            int k;
            place(thread, number, innerStride == 1, i, k);
            i += outer;
            k += inner;
            held[number] = i < outers && k < end ? from[i * outerStride + k * innerStride] : T(0);
        }
    }

    __device__ __forceinline__ void put(const T (&held)[COUNT], int thread, bool along) {
        for (int number = 0; number < COUNT; number++) {
            int i;
            int k;
            place(thread, number, along, i, k);
            value[k][i / EACH].value[i % EACH] = held[number];
        }
    }
};

// The part that block z sums, in whole steps of the inner axis.
template <int STEP>
__device__ __forceinline__ void part(int inner, int splits, int& begin, int& end) {
    int steps = (inner + STEP - 1) / STEP;
    int each = (steps + splits - 1) / splits * STEP;
    begin = min(int(blockIdx.z) * each, inner);
    end = min(begin + each, inner);
}

// 16 x 16 threads, each with EACH x EACH numbers of C. While a tile is multiplied the next one is on its way.
template <typename T, int EACH, int STEP>
__device__ __forceinline__ void multiply(T* m, int a, int b, int bias, int out, Product p, int splits, int partials) {
    constexpr int WIDTH = SIDE * EACH;
    using Piece = Tile<T, WIDTH, STEP, EACH>;
    __shared__ Piece left;
    __shared__ Piece right;
    int thread = threadIdx.y * blockDim.x + threadIdx.x;
    int down = thread / SIDE;
    int across = thread % SIDE;
    int row = blockIdx.y * WIDTH;
    int column = blockIdx.x * WIDTH;
    int begin;
    int end;
    part<STEP>(p.inner, splits, begin, end);
    T sum[EACH][EACH] = {};
    T nextA[Piece::COUNT];
    T nextB[Piece::COUNT];
    Piece::fetch(nextA, m + a, thread, row, p.rows, p.aRow, begin, end, p.aStep);
    Piece::fetch(nextB, m + b, thread, column, p.columns, p.bStep, begin, end, p.bRow);
    for (int k = begin; k < end; k += STEP) {
        left.put(nextA, thread, p.aStep == 1);
        right.put(nextB, thread, p.bRow == 1);
        __syncthreads();
        Piece::fetch(nextA, m + a, thread, row, p.rows, p.aRow, k + STEP, end, p.aStep);
        Piece::fetch(nextB, m + b, thread, column, p.columns, p.bStep, k + STEP, end, p.bRow);
#pragma unroll 8
        for (int step = 0; step < STEP; step++) {
            Neighbours<T, EACH> x = left.value[step][down];
            Neighbours<T, EACH> y = right.value[step][across];
            for (int i = 0; i < EACH; i++) {
                for (int j = 0; j < EACH; j++) {
                    sum[i][j] = fma(x.value[i], y.value[j], sum[i][j]);
                }
            }
        }
        __syncthreads();
    }
    row += down * EACH;
    column += across * EACH;
    T* to = m + (splits > 1 ? partials + blockIdx.z * p.rows * p.columns : out);
    for (int i = 0; i < EACH && row + i < p.rows; i++) {
        T added = bias >= 0 && splits == 1 ? m[bias + row + i] : T(0);
        for (int j = 0; j < EACH; j++) {
            if (column + j < p.columns) {
                to[(row + i) * p.columns + column + j] = sum[i][j] + added;
            }
        }
    }
}

// The parts of a product in their order.
template <typename T>
__device__ __forceinline__ void multiply_end(
        T* m, int partials, int bias, int out, int rows, int columns, int splits) {
    int size = rows * columns;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < size; i += gridDim.x * blockDim.x) {
        T sum = m[partials + i];
        for (int part = 1; part < splits; part++) {
            sum += m[partials + part * size + i];
        }
        m[out + i] = bias >= 0 ? sum + m[bias + i / columns] : sum;
    }
}
