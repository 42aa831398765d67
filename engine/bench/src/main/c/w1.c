/*
 * One training step of the network 2-8-8-1 (tanh everywhere, mean of squares, 32 samples, gradient descent), as fast as
 * we can write it: all sizes known to the compiler, everything feature by feature, so that the 32 samples of a feature
 * are the lanes of vectors. What can be hoped for; the engine is held against it.
 *
 * w1 FILE, where FILE holds x (2 x 32), y (32), W1 (8 x 2), b1, W2 (8 x 8), b2, W3 (8), b3 as 32-bit floats, prints the
 * losses of the first five steps in one line and microseconds per step of repeated runs in a second one.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <string.h>
#include <time.h>

#define LANES 16
#define BATCH 32
#define VECTORS (BATCH / LANES)
#define RATE 1e-3f
#define STEPS 10000
#define RUNS 101

typedef float vec __attribute__((vector_size(4 * LANES)));
typedef int ivec __attribute__((vector_size(4 * LANES)));
typedef vec row[VECTORS]; /* one feature of all samples */

/* Parameters and gradients in one order: W1 | b1 b2 | W2 | W3 b3, each part filled up to whole vectors. */
enum { W1 = 0, B1 = 16, B2 = 24, W2 = 32, W3 = 96, B3 = 104, ALL = 112 };

static float parameters[ALL] __attribute__((aligned(64)));
static float gradients[ALL] __attribute__((aligned(64)));
static row x[2], y;
static volatile float loss;

/*
 * tanh x = sign x (1 - e) / (1 + e) with e = exp(-2 |x|) = 2^n 2^f: n whole, |f| <= 1/2, and 2^f by Taylor's polynomial.
 * Off by less than 2e-7 everywhere.
 */
static inline vec tanh_(vec a) {
    ivec sign = (ivec)a & (int)0x80000000;
    vec t = (vec)((ivec)a ^ sign) * -2.88539008f;
    ivec low = t < (vec){} - 60.0f;
    t = (vec)(((ivec)t & ~low) | ((ivec)((vec){} - 60.0f) & low));
    const vec magic = (vec){} + 12582912.0f; /* 1.5 * 2^23: adding it rounds to a whole number */
    vec shifted = t + magic;
    ivec n = (ivec)shifted - (ivec)magic;
    vec f = t - (shifted - magic);
    vec e = 1.0f + f * (0.693147181f + f * (0.240226507f + f * (0.0555041087f
            + f * (0.00961812911f + f * (0.00133335581f + f * 0.000154035304f)))));
    e = (vec)((ivec)e + (n << 23));
    return (vec)((ivec)((1.0f - e) / (1.0f + e)) | sign);
}

/* Adds up the lanes of 16 vectors at once: lane i of the result is the sum of part[i]. */
static inline vec sums(vec *part) {
    for (int count = 16; count > 1; count /= 2) {
        for (int i = 0; i < count / 2; i++) {
            vec a = part[2 * i], b = part[2 * i + 1];
            vec even = __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
            vec odd = __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
            part[i] = even + odd;
        }
    }
    return part[0];
}

static inline vec all(const row a) {
    vec sum = a[0];
    for (int v = 1; v < VECTORS; v++) {
        sum += a[v];
    }
    return sum;
}

static inline vec product(const row a, const row b) {
    vec sum = a[0] * b[0];
    for (int v = 1; v < VECTORS; v++) {
        sum += a[v] * b[v];
    }
    return sum;
}

static inline void forward(const float *weight, const float *bias, int in, int out, const row *from, row *to) {
    for (int o = 0; o < out; o++) {
        for (int v = 0; v < VECTORS; v++) {
            vec sum = (vec){} + bias[o];
            for (int i = 0; i < in; i++) {
                sum += weight[o * in + i] * from[i][v];
            }
            to[o][v] = tanh_(sum);
        }
    }
}

static void step(void) {
    row h1[8], h2[8], answer[1], d1[8], d2[8], d3[1];
    vec part[LANES], squares = {};
    const float *p = parameters;
    forward(p + W1, p + B1, 2, 8, x, h1);
    forward(p + W2, p + B2, 8, 8, h1, h2);
    forward(p + W3, p + B3, 8, 1, h2, answer);
    for (int v = 0; v < VECTORS; v++) {
        vec error = answer[0][v] - y[v];
        squares += error * error;
        d3[0][v] = error * (2.0f / BATCH) * (1.0f - answer[0][v] * answer[0][v]);
        for (int i = 0; i < 8; i++) {
            d2[i][v] = p[W3 + i] * d3[0][v] * (1.0f - h2[i][v] * h2[i][v]);
        }
        for (int i = 0; i < 8; i++) {
            vec sum = {};
            for (int o = 0; o < 8; o++) {
                sum += p[W2 + o * 8 + i] * d2[o][v];
            }
            d1[i][v] = sum * (1.0f - h1[i][v] * h1[i][v]);
        }
    }
    vec *g = (vec *)gradients;
    for (int i = 0; i < 16; i++) {
        part[i] = product(d1[i / 2], x[i % 2]);
    }
    g[W1 / LANES] = sums(part);
    for (int i = 0; i < 16; i++) {
        part[i] = all(i < 8 ? d1[i] : d2[i - 8]);
    }
    g[B1 / LANES] = sums(part);
    for (int pair = 0; pair < 4; pair++) {
        for (int i = 0; i < 16; i++) {
            part[i] = product(d2[2 * pair + i / 8], h1[i % 8]);
        }
        g[W2 / LANES + pair] = sums(part);
    }
    for (int i = 0; i < 8; i++) {
        part[i] = product(d3[0], h2[i]);
    }
    part[8] = all(d3[0]);
    part[9] = squares;
    for (int i = 10; i < 16; i++) {
        part[i] = (vec){};
    }
    vec last = sums(part);
    loss = last[9] / BATCH;
    last[9] = 0;
    g[W3 / LANES] = last;
    vec *to = (vec *)parameters;
    for (int i = 0; i < ALL / LANES; i++) {
        to[i] -= RATE * g[i];
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec * 1e-3;
}

int main(int count, char **arguments) {
    struct { float *to; int size; } parts[] = {
        {(float *)x, 64}, {(float *)y, 32}, {parameters + W1, 16}, {parameters + B1, 8},
        {parameters + W2, 64}, {parameters + B2, 8}, {parameters + W3, 8}, {parameters + B3, 1}};
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: w1 FILE\n");
        return 2;
    }
    for (int i = 0; i < 8; i++) {
        if (fread(parts[i].to, sizeof(float), parts[i].size, file) != (size_t)parts[i].size) {
            fprintf(stderr, "%s is too short\n", arguments[1]);
            return 2;
        }
    }
    fclose(file);
    for (int i = 0; i < 5; i++) {
        step();
        printf(i ? " %.9g" : "%.9g", loss);
    }
    printf("\n");
    for (int run = 0; run < RUNS; run++) {
        double start = now();
        for (int i = 0; i < STEPS; i++) {
            step();
            __asm__ volatile("" ::: "memory"); /* parameters and gradients really are in memory after every step */
        }
        printf(run ? " %.4f" : "%.4f", (now() - start) / STEPS);
    }
    printf("\n");
    return 0;
}
