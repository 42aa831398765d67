// What the host can start, for numbers of type T; what the parameters mean is said at the Java enum Kernel.

extern "C" {

__global__ void __launch_bounds__(128) NAMED(run)(T* m, const int* code, int slots) {
    extern __shared__ double room[];
    run(m, reinterpret_cast<const int4*>(code), reinterpret_cast<T*>(room));
}

__global__ void __launch_bounds__(256) NAMED(fold)(T* m, const int* table) {
    fold(m, reinterpret_cast<const int4*>(table));
}

__global__ void __launch_bounds__(256) NAMED(fold_end)(T* m, const int* table) {
    fold_end(m, reinterpret_cast<const int4*>(table));
}

__global__ void __launch_bounds__(256) NAMED(matmul)(
        T* m, int a, int b, int bias, int out, int rows, int columns, int inner, int aRow, int aStep, int bRow,
        int bStep, int splits, int partials, int arriving) {
    Product p = {rows, columns, inner, aRow, aStep, bRow, bStep};
    multiply<T, 2, 32>(m, a, b, bias, out, p, splits, partials, arriving);
}

__global__ void __launch_bounds__(256) NAMED(matmul_large)(
        T* m, int a, int b, int bias, int out, int rows, int columns, int inner, int aRow, int aStep, int bRow,
        int bStep, int splits, int partials, int arriving) {
    Product p = {rows, columns, inner, aRow, aStep, bRow, bStep};
    multiply<T, 4, 16>(m, a, b, bias, out, p, splits, partials, arriving);
}

__global__ void __launch_bounds__(256) NAMED(matmul_end)(
        T* m, int partials, int bias, int out, int rows, int columns, int splits) {
    multiply_end(m, partials, bias, out, rows, columns, splits);
}

__global__ void __launch_bounds__(256) NAMED(matmul_again)(T* m, const int* table) {
    multiply_again(m, reinterpret_cast<const int4*>(table));
}

__global__ void __launch_bounds__(256) NAMED(fill_rows)(T* m, int a, int out, int rows, int columns) {
    fill_rows(m, a, out, rows, columns);
}

__global__ void __launch_bounds__(256) NAMED(repeat_rows)(T* m, int a, int out, int rows, int columns) {
    repeat_rows(m, a, out, rows, columns);
}

__global__ void __launch_bounds__(256) NAMED(row_sums)(T* m, int a, int out, int rows, int columns) {
    row_sums(m, a, out, rows, columns);
}

__global__ void __launch_bounds__(256) NAMED(column_sums)(T* m, int a, int out, int rows, int columns) {
    fold_columns(SUM, m, a, out, rows, columns);
}

__global__ void __launch_bounds__(256) NAMED(column_maxima)(T* m, int a, int out, int rows, int columns) {
    fold_columns(LARGEST, m, a, out, rows, columns);
}

__global__ void __launch_bounds__(256) NAMED(gather)(
        T* m, int a, int index, int out, int rows, int length, int count) {
    gather(m, a, index, out, rows, length, count);
}

__global__ void __launch_bounds__(256) NAMED(put_add)(
        T* m, int a, int index, int out, int rows, int count, int length) {
    put_add(m, a, index, out, rows, count, length);
}

__global__ void __launch_bounds__(256) NAMED(copy_strided)(
        T* m, int a, int out, const int* shape, int rank, int size) {
    copy_strided(m, a, out, shape, rank, size);
}

__global__ void __launch_bounds__(256) NAMED(fold_strided)(
        T* m, int a, int out, const int* shape, int rank, int size, const int* inner, int innerRank, int innerSize,
        int code) {
    fold_strided(m, a, out, shape, rank, size, inner, innerRank, innerSize, code);
}

__global__ void __launch_bounds__(256) NAMED(uniform)(T* m, int step, int out, int size, long long key) {
    uniform(m, step, out, size, key);
}

__global__ void __launch_bounds__(256) NAMED(copy_when)(T* m, int from, int to, int size, int when) {
    copy_when(m, from, to, size, when);
}

__global__ void __launch_bounds__(256) NAMED(report)(
        const T* m, const int* places, int count, double* ring, int* row) {
    report(m, places, count, ring, row);
}
}
