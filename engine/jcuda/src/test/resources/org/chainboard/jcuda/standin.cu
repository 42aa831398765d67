// Kernels that try the stand-in driver. standin.ptx is made of this by
//   nvcc -ptx -arch=compute_75 -O3 standin.cu -o - | sed 's/^\.version .*/.version 6.4/; s/^\.target .*/.target sm_50/'

template <class T> __device__ T function(int which, T x, T y) {
    switch (which) {
    case 0: return sin(x);
    case 1: return cos(x);
    case 2: return tan(x);
    case 3: return exp(x);
    case 4: return log(x);
    case 5: return log1p(x);
    case 6: return expm1(x);
    case 7: return tanh(x);
    case 8: return sinh(x);
    case 9: return asin(x);
    case 10: return cbrt(x);
    case 11: return sqrt(x);
    case 12: return floor(x);
    case 13: return rint(x);
    case 14: return x / y;
    case 15: return pow(x, y);
    case 16: return atan2(x, y);
    case 17: return hypot(x, y);
    case 18: return fmin(x, y);
    case 19: return copysign(x, y);
    case 20: return T((int)x);
    case 21: return T((long long)x);
    case 22: return T(1) / sqrt(x);
    default: return fma(x, y, x);
    }
}

extern "C" __global__ void math_f(const float* a, const float* b, float* out, int n, int which) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        out[i] = function<float>(which, a[i], b[i]);
    }
}

extern "C" __global__ void math_d(const double* a, const double* b, double* out, int n, int which) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        out[i] = function<double>(which, a[i], b[i]);
    }
}

// One block sums: each thread its part, pairs through dynamic shared memory, warps by shuffles.
extern "C" __global__ void sum(const float* a, float* out, int n) {
    extern __shared__ float part[];
    __shared__ float warps[32];
    float mine = 0;
    for (int i = threadIdx.x; i < n; i += blockDim.x) {
        mine += a[i];
    }
    part[threadIdx.x] = mine;
    __syncthreads();
    mine = (part[threadIdx.x] + part[threadIdx.x ^ 1]) / 2;
    for (int k = 16; k > 0; k /= 2) {
        mine += __shfl_down_sync(0xffffffffu, mine, k);
    }
    if (threadIdx.x % 32 == 0) {
        warps[threadIdx.x / 32] = mine;
    }
    __syncthreads();
    if (threadIdx.x == 0) {
        float all = 0;
        for (int w = 0; w < blockDim.x / 32; w++) {
            all += warps[w];
        }
        *out = all;
    }
}

struct Pair {
    float low;
    double high;
};

__device__ float table[4] = {1, 10, 100, 1000};
__constant__ int order[4] = {3, 1, 2, 0};

__device__ __noinline__ Pair both(const float* numbers, int n) {
    Pair pair = {0, 0};
    for (int i = 0; i < n; i++) {
        pair.low = fminf(pair.low, numbers[i]);
        pair.high = fmax(pair.high, (double)numbers[i]);
    }
    return pair;
}

// A local array that is filled and read at places known only at run time, and a function that is called with it.
extern "C" __global__ void calls(const int* places, float* out) {
    float numbers[8];
    for (int i = 0; i < 8; i++) {
        numbers[(i + threadIdx.x) & 7] = places[i] * table[order[i & 3]];
    }
    Pair pair = both(numbers, places[8]);
    out[threadIdx.x] = (float)pair.high - pair.low + numbers[places[threadIdx.x] & 7];
}

// Whole numbers of every kind, held against Java.
extern "C" __global__ void whole(const int* a, const long long* b, long long* out) {
    int x = a[threadIdx.x];
    unsigned u = x;
    long long y = b[threadIdx.x];
    unsigned long long v = y;
    long long all[] = {x / (x | 1), u % 7u, __mulhi(x, 123456789), (long long)__umul64hi(v, v), __popcll(v), __clz(u), y >> 5,
        (long long)(v >> 5), (long long)(u << (x & 31)), __brev(u), __byte_perm(u, ~u, 0x5140), __funnelshift_l(u, ~u, x & 31),
        y / (y | 1), y % 10, min(x, 5), max(y, 7LL), (signed char)x, (unsigned short)y, x * y, ~y ^ x, __ffs(x), abs(x)};
    for (int i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        out[threadIdx.x * 22 + i] = all[i];
    }
}

__device__ __noinline__ int halvings(int n) {
    int count = 0;
    while (n != 1) {
        n = n % 2 ? 3 * n + 1 : n / 2;
        if (++count == 100) {
            return -1;
        }
    }
    return count;
}

// Every thread takes its own way: some end, loops differ in length, a function is called by a few, half a warp shuffles.
extern "C" __global__ void uneven(const int* a, int* out) {
    int x = a[threadIdx.x], sum = 0;
    if (x < 0) {
        return;
    }
    for (int i = 0; i < x % 4; i++) {
        sum += x % 3 ? halvings(x + i) : i;
    }
    if (threadIdx.x < 16) {
        sum += __shfl_xor_sync(0xffff, sum, 1);
    }
    out[threadIdx.x] = sum;
}

// What else a compiler makes use of: vectors, small numbers, votes, directions of rounding.
extern "C" __global__ void pieces(const float4* a, const signed char* small, double* out) {
    int t = threadIdx.x;
    float4 v = a[t];
    signed char c = small[t];
    double made[] = {v.w - v.x, __fadd_rd(v.x, 1e-9f), __fadd_ru(v.x, 1e-9f), __double2float_rz(v.y * 1.1), __saturatef(v.z),
        (double)__float2int_ru(v.x), (double)(short)(c * c * c), (double)__ballot_sync(0xffffffffu, c > 0),
        (double)__shfl_up_sync(0xffffffffu, v.x, 3), (double)__shfl_sync(0xffffffffu, v.x, 2, 8),
        (double)__any_sync(0xffffffffu, c == 5), (double)__match_any_sync(0xffffffffu, c & 3), __frcp_rn(v.w), __ddiv_ru(1, 3)};
    for (int i = 0; i < 14; i++) {
        out[t * 14 + i] = made[i];
    }
}

// --- faults ----------------------------------------------------------------------------------------------------------

extern "C" __global__ void twice(float* a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        a[i] *= 2;
    }
}

extern "C" __global__ void neighbours(float* a, int barrier) {
    __shared__ float held[64];
    held[threadIdx.x] = 0;
    __syncthreads();
    held[threadIdx.x] = a[threadIdx.x];
    if (barrier) {
        __syncthreads();
    }
    a[threadIdx.x] = held[63 - threadIdx.x];
}

extern "C" __global__ void halfUnwritten(float* a) {
    __shared__ float held[64];
    if (threadIdx.x < 32) {
        held[threadIdx.x] = 1;
    }
    __syncthreads();
    a[threadIdx.x] = held[threadIdx.x];
}

extern "C" __global__ void barrierInBranch(float* a) {
    if (threadIdx.x < 7) {
        __syncthreads();
        a[0] = 1;
    } else {
        a[threadIdx.x] = 2;
    }
}

// Every block adds to the same number.
extern "C" __global__ void together(float* a) {
    if (threadIdx.x == 0) {
        *a += 1;
    }
}

extern "C" __global__ void forEver(volatile float* a) {
    while (*a == 0) {
    }
}
