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

// Which factors are what arrives in a derivative: terms in which that is 0 are left out.
enum Arriving { FIRST = 1, SECOND = 2 };

// The number in a row and a column as it is defined where terms are left out, over a part of the inner axis. A sum that
// has become NaN stays so.
template <typename T>
__device__ __forceinline__ T arrived(
        const T* m, int a, int b, int row, int column, Product p, int begin, int end, int arriving) {
    T sum = 0;
#pragma unroll 1
    for (int k = begin; k < end && sum == sum; k++) {
        T x = m[a + row * p.aRow + k * p.aStep];
        T y = m[b + k * p.bRow + column * p.bStep];
        bool leftOut = ((arriving & FIRST) && x == 0) || ((arriving & SECOND) && y == 0);
        sum = leftOut ? sum : fma(x, y, sum);
    }
    return sum;
}

// 16 x 16 threads, each with EACH x EACH numbers of C. While a tile is multiplied the next one is on its way. A term
// that is to be left out makes a difference only where it makes the sum NaN, so such sums are made again at the end.
template <typename T, int EACH, int STEP>
__device__ __forceinline__ void multiply(
        T* m, int a, int b, int bias, int out, Product p, int splits, int partials, int arriving) {
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
    bool again = false;
    for (int i = 0; i < EACH && row + i < p.rows; i++) {
        T added = bias >= 0 && splits == 1 ? m[bias + row + i] : T(0);
        for (int j = 0; j < EACH; j++) {
            if (column + j < p.columns) {
                to[(row + i) * p.columns + column + j] = sum[i][j] + added;
                again = again || sum[i][j] != sum[i][j];
            }
        }
    }
    if (arriving == 0 || !again) {
        return;
    }
#pragma unroll 1
    for (int number = 0; number < EACH * EACH; number++) {
        int i = row + number / EACH;
        int j = column + number % EACH;
        if (i < p.rows && j < p.columns) {
            T* at = to + i * p.columns + j;
            T added = bias >= 0 && splits == 1 ? m[bias + i] : T(0);
            *at = *at == *at ? *at : arrived(m, a, b, i, j, p, begin, end, arriving) + added;
        }
    }
}

// After products that were made without leaving terms out. A row of the table: {out, rows, columns, inner, a, aRow,
// aStep, arriving, b, bRow, bStep, bias}.
template <typename T>
__device__ __forceinline__ void multiply_again(T* m, const int4* table) {
    int4 size = __ldg(table + 3 * blockIdx.y);
    int4 first = __ldg(table + 3 * blockIdx.y + 1);
    int4 second = __ldg(table + 3 * blockIdx.y + 2);
    Product p = {size.y, size.z, size.w, first.y, first.z, second.y, second.z};
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < p.rows * p.columns; i += gridDim.x * blockDim.x) {
        T made = m[size.x + i];
        if (made != made) {
            int row = i / p.columns;
            T sum = arrived(m, first.x, second.x, row, i % p.columns, p, 0, p.inner, first.w);
            m[size.x + i] = second.w >= 0 ? sum + m[second.w + row] : sum;
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
