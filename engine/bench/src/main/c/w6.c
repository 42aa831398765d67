/*
 * One training step of the network 5-2 (linear, sum of squares, one sample, gradient descent), all sizes known to the
 * compiler. A dozen multiplications: what is left when nothing is paid for but them.
 *
 * w6 FILE, where FILE holds x (5), y (2), W (2 x 5), b (2) as 32-bit floats, prints the losses of the first five steps in
 * one line and microseconds per step of repeated runs in a second one.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <time.h>

#define IN 5
#define OUT 2
#define RATE 1e-3f
#define STEPS 100000
#define RUNS 101

static float x[IN], y[OUT], W[OUT][IN], b[OUT], dW[OUT][IN], db[OUT];
static volatile float loss;

static void step(void) {
    float squares = 0;
    for (int o = 0; o < OUT; o++) {
        float error = b[o] - y[o];
        for (int i = 0; i < IN; i++) {
            error += W[o][i] * x[i];
        }
        squares += error * error;
        db[o] = 2 * error;
        b[o] -= RATE * db[o];
        for (int i = 0; i < IN; i++) {
            dW[o][i] = db[o] * x[i];
            W[o][i] -= RATE * dW[o][i];
        }
    }
    loss = squares;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec * 1e-3;
}

int main(int count, char **arguments) {
    struct { float *to; size_t size; } parts[] = {{x, IN}, {y, OUT}, {W[0], OUT * IN}, {b, OUT}};
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: w6 FILE\n");
        return 2;
    }
    for (int i = 0; i < 4; i++) {
        if (fread(parts[i].to, sizeof(float), parts[i].size, file) != parts[i].size) {
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
        printf(run ? " %.5f" : "%.5f", (now() - start) / STEPS);
    }
    printf("\n");
    return 0;
}
