// The machine that runs PTX: warps of 32 lanes in step, each register an array of 32 numbers.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "memory.h"

namespace standin {

using Mask = uint32_t;
constexpr int LANES = 32;
constexpr Mask ALL = 0xffffffffu;
constexpr int MOST_CALLS = 16;

struct Warp;
struct Ins;
using Handler = void (*)(Warp&, const Ins&, Mask);

// How the machine treats an instruction; only PLAIN ones are left to their handler alone.
enum class Kind : uint8_t { PLAIN, BRANCH, TABLE, CALL, RETURN, EXIT, BARRIER, TOGETHER, TRAP };

// One instruction. d, a, b, c, e are places of operands: from 0 up in the warp's registers, below 0 (as ~place) among
// the module's constants.
struct Ins {
    Handler run = nullptr;
    int32_t d = 0, a = 0, b = 0, c = 0, e = 0;
    int32_t guard = -1;
    bool guardNot = false;
    Kind kind = Kind::PLAIN;
    int32_t line = 0;
    int32_t target = -1;
    int64_t imm = 0;
};

struct Param {
    int offset, size;
};

// What is known of an entry: where its code starts and what a launch must bring.
struct Entry {
    std::string name;
    int start = 0;
    int sharedBytes = 0;
    int mostThreads = 1024;
    std::vector<Param> params;
    int paramBytes = 0;
};

// Registers that a launch fills in.
enum Special {
    TID_X, TID_Y, TID_Z, NTID_X, NTID_Y, NTID_Z, CTAID_X, CTAID_Y, CTAID_Z, NCTAID_X, NCTAID_Y, NCTAID_Z,
    LANEID, WARPID, MASK_EQ, MASK_LT, MASK_LE, MASK_GT, MASK_GE, DYNAMIC_SHARED, SPECIALS
};

// A module, ready to run.
struct Program {
    std::vector<Ins> code;
    std::vector<char> constants;
    std::vector<std::vector<int>> tables;
    std::vector<Entry> entries;
    std::vector<std::string> lines;
    int specials[SPECIALS];
    int registerBytes = 0;
    int localBytes = 0;
};

// What is wrong with a launch, and with what code the context is lost.
struct Fault {
    int code;
    std::string text;
};

enum class Waits : uint8_t { NO, BARRIER, TOGETHER };

// Lanes of a warp that stand at the same instruction.
struct Fragment {
    int pc = 0;
    Mask mask = 0;
    Waits waits = Waits::NO;
    int depth = 0;
    int back[MOST_CALLS];
};

struct Launch;

struct Warp {
    char* regs = nullptr;
    const char* constants = nullptr;
    Mask dead = 0;
    Mask born = 0;
    Launch* launch = nullptr;
    int number = 0;
    uint32_t meetings = 0;
    char* local = nullptr;
    std::vector<Fragment> fragments;

    char* at(int place) { return regs + place; }
    const char* from(int place) const { return place >= 0 ? regs + place : constants + ~place; }
    Mask& predicate(int place) { return *reinterpret_cast<Mask*>(regs + place); }
    Mask asked(int place) const { return *reinterpret_cast<const Mask*>(from(place)); }
    [[noreturn]] void fail(const Ins& in, int lane, const std::string& what, int code = 700);
};

struct Grid {
    unsigned x = 1, y = 1, z = 1;
};

// One launch of an entry, and the block of it that runs just now.
struct Launch {
    const Program* program;
    const Entry* entry;
    Grid grid, block;
    int dynamicShared;
    std::vector<char> params;
    Memory* memory;

    Grid at;
    int threads = 0;
    int sharedBytes = 0;
    Marks* sharedMarks = nullptr;
    char* shared = nullptr;
    Moment now;
    std::vector<Warp> warps;
    Allocation* last = nullptr;
    uint64_t steps = 0;
    uint32_t wrong = 0;

    void run(const std::string& order, uint64_t mostSteps);
    std::string place(int warp, int lane) const;

private:
    void prepare();
    void begin(Grid block);
    void fillSpecials(Warp& warp);
    void runBlock(const std::vector<int>& order, uint64_t mostSteps);
    void pastBarrier();
    void runWarp(Warp& warp, uint64_t mostSteps);
    void settle(Warp& warp);
    const Ins* straight(Warp& warp, Fragment& now, int limit, Mask& mask);
    void turn(Warp& warp, Fragment& now, const Ins& in, Mask mask);
    void leave(Warp& warp, Fragment& now, const Ins& in, Mask mask, Mask others);
    void part(Warp& warp, Fragment& now, Mask others);
    void table(Warp& warp, Fragment& now, const Ins& in, Mask mask);
    void together(Warp& warp, Fragment& now, const Ins& in, Mask mask);
    void stuck(Warp& warp);
};

// --- numbers in lanes ------------------------------------------------------------------------------------------------

// A lane is 8 bytes wide for 64-bit types and 4 for all others.
template <class T> inline T get(const char* p, int lane) {
    if constexpr (sizeof(T) >= 4) {
        return reinterpret_cast<const T*>(p)[lane];
    } else {
        return static_cast<T>(reinterpret_cast<const uint32_t*>(p)[lane]);
    }
}

template <class T> inline void put(char* p, int lane, T value) {
    if constexpr (sizeof(T) >= 4) {
        reinterpret_cast<T*>(p)[lane] = value;
    } else {
        reinterpret_cast<uint32_t*>(p)[lane] = static_cast<uint32_t>(static_cast<int32_t>(value));
    }
}

template <class F> inline void everyLane(Mask mask, F&& f) {
    for (Mask left = mask; left != 0; left &= left - 1) {
        f(__builtin_ctz(left));
    }
}

// All lanes at once where none of them minds (lanes that have ended do not), which the compiler turns into vector code.
template <class F> inline void lanes(const Warp& warp, Mask mask, F&& f) {
    if ((mask | warp.dead) == ALL && (mask & (mask - 1)) != 0) {
#pragma GCC ivdep
        for (int i = 0; i < LANES; i++) {
            f(i);
        }
    } else {
        everyLane(mask, f);
    }
}

}  // namespace standin
