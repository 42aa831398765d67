// Random numbers, the same as the engine's: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
// easy as 1, 2, 3", SC 2011. The counter is (number of four neighbours, step).
#pragma once

#include "places.cuh"

constexpr int WORDS = 4;
constexpr int ROUNDS = 10;

__device__ __forceinline__ void philox(unsigned (&c)[WORDS], unsigned k0, unsigned k1) {
#pragma unroll 1
    for (int round = 0; round < ROUNDS; round++) {
        unsigned high0 = __umulhi(0xD2511F53u, c[0]);
        unsigned low0 = 0xD2511F53u * c[0];
        unsigned high1 = __umulhi(0xCD9E8D57u, c[2]);
        unsigned low1 = 0xCD9E8D57u * c[2];
        c[0] = high1 ^ c[1] ^ k0;
        c[1] = low1;
        c[2] = high0 ^ c[3] ^ k1;
        c[3] = low0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
}

// The step is a pair (low, high) that stands for low + 2^20 high; the upper 24 bits of a word make a number.
template <typename T>
__device__ __forceinline__ void uniform(T* m, int step, int out, int size, unsigned long long key) {
    unsigned long long number = (long long)m[step] + ((long long)m[step + 1] << 20);
#pragma unroll 1
    for (int block = first_place(); block < (size + WORDS - 1) / WORDS; block += places_at_once()) {
        unsigned words[WORDS] = {unsigned(block), 0, unsigned(number), unsigned(number >> 32)};
        philox(words, unsigned(key), unsigned(key >> 32));
        for (int word = 0; word < WORDS; word++) {
            int i = block * WORDS + word;
            if (i < size) {
                m[out + i] = T(words[word] >> 8) * T(1.0 / (1 << 24));
            }
        }
    }
}
