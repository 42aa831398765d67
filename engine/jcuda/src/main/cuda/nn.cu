// The kernels of the GPU backend. All numbers lie in one array m; an array is the place of its first number in m. Every
// kernel is there for single precision, with a name that ends in _f, and for double precision, in _d.
//
// After a change run make-ptx, which writes the PTX that is shipped.

#include "run.cuh"
#include "folds.cuh"
#include "product.cuh"
#include "places.cuh"
#include "draws.cuh"

#define T float
#define NAMED(name) name##_f
#include "kernels.cuh"
#undef T
#undef NAMED

#define T double
#define NAMED(name) name##_d
#include "kernels.cuh"
#undef T
#undef NAMED

// The first thing a card is asked to do: what comes back shows whether it computes at all.
extern "C" __global__ void probe(int* out) {
    out[threadIdx.x] = 42 * threadIdx.x;
}
