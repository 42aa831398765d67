// Stands in for cuBLAS 12: products of matrices in column-major order, done on the streams of the stand-in driver.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#define EXPORT extern "C" __attribute__((visibility("default")))

using Address = unsigned long long;

// in the stand-in of the driver
extern "C" int chainboardEnqueue(void* stream, const std::function<int()>& job);
extern "C" char* chainboardBytes(Address address, size_t bytes, bool reads, bool writes);
extern "C" void chainboardLog(const char* what);

enum Status { SUCCESS = 0, NOT_INITIALIZED = 1, INVALID_VALUE = 7, EXECUTION_FAILED = 13, NOT_SUPPORTED = 15 };
constexpr int ILLEGAL_ADDRESS = 700;

struct Handle {
    void* stream = nullptr;
    int mathMode = 0;
    int pointerMode = 0;
};

EXPORT int cublasCreate_v2(Handle** given) {
    *given = new Handle();
    return SUCCESS;
}

EXPORT int cublasDestroy_v2(Handle* handle) {
    delete handle;
    return handle == nullptr ? NOT_INITIALIZED : SUCCESS;
}

EXPORT int cublasGetVersion_v2(Handle*, int* version) {
    *version = 120000;
    return SUCCESS;
}

EXPORT int cublasSetStream_v2(Handle* handle, void* stream) {
    handle->stream = stream;
    return SUCCESS;
}

EXPORT int cublasGetStream_v2(Handle* handle, void** stream) {
    *stream = handle->stream;
    return SUCCESS;
}

EXPORT int cublasSetWorkspace_v2(Handle*, void*, size_t) { return SUCCESS; }

EXPORT int cublasSetMathMode(Handle* handle, int mode) {
    handle->mathMode = mode;
    return SUCCESS;
}

EXPORT int cublasGetMathMode(Handle* handle, int* mode) {
    *mode = handle->mathMode;
    return SUCCESS;
}

EXPORT int cublasSetPointerMode_v2(Handle* handle, int mode) {
    handle->pointerMode = mode;
    return mode == 0 ? SUCCESS : NOT_SUPPORTED;
}

EXPORT int cublasGetPointerMode_v2(Handle* handle, int* mode) {
    *mode = handle->pointerMode;
    return SUCCESS;
}

EXPORT int cublasSetAtomicsMode(Handle*, int) { return SUCCESS; }

// A matrix as cuBLAS is given it.
template <class T> struct Matrix {
    Address at;
    int rows, columns, leading;

    // False where a column of it cannot be touched.
    bool open(bool reads, bool writes) const {
        for (int c = 0; c < columns; c++) {
            Address column = at + sizeof(T) * size_t(c) * size_t(leading);
            if (chainboardBytes(column, sizeof(T) * size_t(rows), reads, writes) == nullptr) {
                return false;
            }
        }
        return true;
    }

    T* data() const { return reinterpret_cast<T*>(chainboardBytes(at, sizeof(T), false, false)); }
};

template <class T> struct Product {
    Matrix<T> a, b, c;
    bool turnA, turnB;
    int inner;
    T alpha, beta;

    int run() const {
        bool fine = a.open(true, false) && b.open(true, false) && c.open(beta != T(0), true);
        if (!fine) {
            return ILLEGAL_ADDRESS;
        }
        const T *left = a.data(), *right = b.data();
        T* out = c.data();
        for (int j = 0; j < c.columns; j++) {
            for (int i = 0; i < c.rows; i++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    double x = turnA ? left[size_t(i) * a.leading + k] : left[size_t(k) * a.leading + i];
                    double y = turnB ? right[size_t(k) * b.leading + j] : right[size_t(j) * b.leading + k];
                    sum += x * y;
                }
                T& to = out[size_t(j) * c.leading + i];
                to = T(alpha * sum) + (beta == T(0) ? T(0) : beta * to);
            }
        }
        return SUCCESS;
    }
};

template <class T> static int gemm(Handle* handle, int turnA, int turnB, int m, int n, int k, const T* alpha,
    Address a, int lda, Address b, int ldb, const T* beta, Address c, int ldc) {
    if (handle == nullptr) {
        return NOT_INITIALIZED;
    }
    Product<T> product;
    product.a = {a, turnA ? k : m, turnA ? m : k, lda};
    product.b = {b, turnB ? n : k, turnB ? k : n, ldb};
    product.c = {c, m, n, ldc};
    for (const Matrix<T>* each : {&product.a, &product.b, &product.c}) {
        if (each->rows < 0 || each->columns < 0 || each->leading < (each->rows > 1 ? each->rows : 1)) {
            chainboardLog(("7 cuBLAS: a leading dimension of " + std::to_string(each->leading) + " for "
                + std::to_string(each->rows) + " rows").c_str());
            return INVALID_VALUE;
        }
    }
    product.turnA = turnA != 0;
    product.turnB = turnB != 0;
    product.inner = k;
    product.alpha = *alpha;
    product.beta = *beta;
    if (m == 0 || n == 0) {
        return SUCCESS;
    }
    return chainboardEnqueue(handle->stream, [product] { return product.run(); }) == 0 ? SUCCESS : EXECUTION_FAILED;
}

EXPORT int cublasSgemm_v2(Handle* handle, int turnA, int turnB, int m, int n, int k, const float* alpha,
    Address a, int lda, Address b, int ldb, const float* beta, Address c, int ldc) {
    return gemm<float>(handle, turnA, turnB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

EXPORT int cublasDgemm_v2(Handle* handle, int turnA, int turnB, int m, int n, int k, const double* alpha,
    Address a, int lda, Address b, int ldb, const double* beta, Address c, int ldc) {
    return gemm<double>(handle, turnA, turnB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

static int notPart(const char* name) {
    chainboardLog((std::string("15 ") + name + " is not part of the stand-in").c_str());
    return NOT_SUPPORTED;
}

#define STUB(NAME) \
    EXPORT int NAME() { return notPart(#NAME); }

#include "stubs.inc"
