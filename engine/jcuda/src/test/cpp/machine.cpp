// Runs the blocks of a launch one after the other: each warp up to the next barrier, lanes that stand lowest first.
#include "machine.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <sstream>

namespace standin {

// Above every place in the code: no other lanes of the warp are left, or some that stand lower or in another function.
constexpr int ALONE = INT32_MAX, OTHERS = INT32_MAX - 1;

void Warp::fail(const Ins& in, int lane, const std::string& what, int code) {
    std::ostringstream said;
    said << launch->place(number, lane) << ", PTX line " << in.line;
    if (in.line > 0 && in.line <= int(launch->program->lines.size())) {
        said << " (" << launch->program->lines[in.line - 1] << ")";
    }
    said << ": " << what;
    throw Fault{code, said.str()};
}

std::string Launch::place(int warp, int lane) const {
    unsigned thread = warp * LANES + lane;
    std::ostringstream said;
    said << entry->name << ", block (" << at.x << "," << at.y << "," << at.z << "), thread (" << thread % block.x << ","
         << thread / block.x % block.y << "," << thread / block.x / block.y << ")";
    return said.str();
}

// The order in which blocks, or the warps of a block, run: "forward", "reversed" or "random:SEED".
static std::vector<int> shuffled(size_t count, const std::string& order, uint64_t salt) {
    std::vector<int> places(count);
    std::iota(places.begin(), places.end(), 0);
    if (order == "reversed") {
        std::reverse(places.begin(), places.end());
    } else if (order.rfind("random:", 0) == 0) {
        std::mt19937_64 random(std::stoull(order.substr(7)) * 1000003 + salt);
        std::shuffle(places.begin(), places.end(), random);
    }
    return places;
}

// Registers and local memory outlive a launch: making them anew would cost more than most launches.
class Kept {
public:
    char* atLeast(size_t bytes) {
        if (bytes > length) {
            if (at != nullptr) {
                unpage(at, length);
            }
            at = static_cast<char*>(pages(bytes));
            length = bytes;
        }
        return at;
    }

private:
    char* at = nullptr;
    size_t length = 0;
};

void Launch::prepare() {
    constexpr int MOST_SHARED = 256 * 1024;
    static std::vector<char> sharedStore(MOST_SHARED);
    static Marks marks(MOST_SHARED);
    static Kept registers, locals;
    threads = int(block.x * block.y * block.z);
    sharedBytes = (entry->sharedBytes + 15) / 16 * 16 + dynamicShared;
    shared = sharedStore.data();
    sharedMarks = &marks;
    size_t each = (program->registerBytes + 255) / 256 * 256 + 64;
    warps.resize((threads + LANES - 1) / LANES);
    char* regs = registers.atLeast(each * warps.size());
    size_t localEach = size_t(program->localBytes) * LANES;
    char* local = locals.atLeast(localEach * warps.size());
    for (size_t w = 0; w < warps.size(); w++) {
        Warp& warp = warps[w];
        int own = std::min(LANES, threads - int(w) * LANES);
        warp.regs = regs + each * w;
        warp.local = local + localEach * w;
        warp.constants = program->constants.data();
        warp.launch = this;
        warp.number = int(w);
        warp.born = own == LANES ? ALL : (1u << own) - 1;
        fillSpecials(warp);
    }
}

void Launch::fillSpecials(Warp& warp) {
    for (int which = 0; which < SPECIALS; which++) {
        int place = program->specials[which];
        if (place < 0) {
            continue;
        }
        for (int i = 0; i < LANES; i++) {
            unsigned thread = warp.number * LANES + i;
            uint32_t bit = 1u << i;
            uint32_t values[SPECIALS] = {thread % block.x, thread / block.x % block.y, thread / block.x / block.y,
                block.x, block.y, block.z, at.x, at.y, at.z, grid.x, grid.y, grid.z, uint32_t(i), uint32_t(warp.number),
                bit, bit - 1, bit | (bit - 1), ~(bit | (bit - 1)), ~(bit - 1),
                uint32_t((entry->sharedBytes + 15) / 16 * 16)};
            put<uint32_t>(warp.regs + place, i, values[which]);
        }
    }
}

void Launch::begin(Grid where) {
    at = where;
    now.block = now.epoch = ++Memory::epoch;
    const uint32_t place[] = {at.x, at.y, at.z};
    for (Warp& warp : warps) {
        warp.dead = ~warp.born;
        warp.meetings = 0;
        warp.fragments.assign(1, Fragment());
        warp.fragments[0].pc = entry->start;
        warp.fragments[0].mask = warp.born;
        for (int d = 0; d < 3; d++) {
            int special = program->specials[CTAID_X + d];
            if (special >= 0) {
                std::fill_n(reinterpret_cast<uint32_t*>(warp.regs + special), LANES, place[d]);
            }
        }
    }
}

void Launch::run(const std::string& order, uint64_t mostSteps) {
    prepare();
    now.launch = Memory::epoch + 1;
    size_t blocks = size_t(grid.x) * grid.y * grid.z;
    for (int b : shuffled(blocks, order, now.launch)) {
        begin(Grid{b % grid.x, b / grid.x % grid.y, b / grid.x / grid.y});
        runBlock(shuffled(warps.size(), order, b), mostSteps);
    }
}

void Launch::runBlock(const std::vector<int>& order, uint64_t mostSteps) {
    for (;;) {
        bool waiting = false;
        for (int w : order) {
            runWarp(warps[w], mostSteps);
            waiting |= !warps[w].fragments.empty();
        }
        if (!waiting) {
            return;
        }
        pastBarrier();
    }
}

// Every thread of the block must have come to the same barrier.
void Launch::pastBarrier() {
    int pc = -1;
    for (Warp& warp : warps) {
        for (Fragment& each : warp.fragments) {
            pc = pc < 0 ? each.pc : pc;
        }
    }
    const Ins& in = program->code[pc];
    for (Warp& warp : warps) {
        Mask here = 0;
        for (Fragment& each : warp.fragments) {
            if (each.pc == pc) {
                here |= each.mask;
            } else {
                warp.fail(in, __builtin_ctz(each.mask), "waits at another barrier, in PTX line "
                        + std::to_string(program->code[each.pc].line) + ": a barrier inside a branch");
            }
        }
        if (here != warp.born) {
            warp.fail(in, __builtin_ctz(warp.born & ~here), "has ended while others wait at a barrier");
        }
        for (Fragment& each : warp.fragments) {
            each.waits = Waits::NO;
            each.pc++;
        }
    }
    now.epoch = ++Memory::epoch;
}

// Merges lanes that stand at the same place, and puts the deepest and lowest that may run last.
void Launch::settle(Warp& warp) {
    auto& all = warp.fragments;
    for (size_t i = 0; i < all.size(); i++) {
        for (size_t j = i + 1; j < all.size();) {
            bool same = all[i].pc == all[j].pc && all[i].depth == all[j].depth
                && std::equal(all[i].back, all[i].back + all[i].depth, all[j].back);
            if (same) {
                all[i].mask |= all[j].mask;
                all[i].waits = std::min(all[i].waits, all[j].waits);
                all[j] = all.back();
                all.pop_back();
            } else {
                j++;
            }
        }
    }
    auto before = [](const Fragment& x, const Fragment& y) {
        if ((x.waits == Waits::NO) != (y.waits == Waits::NO)) {
            return y.waits == Waits::NO;
        }
        return x.depth != y.depth ? x.depth < y.depth : x.pc > y.pc;
    };
    std::swap(*std::max_element(all.begin(), all.end(), before), all.back());
}

void Launch::runWarp(Warp& warp, uint64_t mostSteps) {
    while (!warp.fragments.empty()) {
        if (warp.fragments.size() > 1) {
            settle(warp);
        }
        Fragment& now = warp.fragments.back();
        if (now.waits != Waits::NO) {
            stuck(warp);
            return;
        }
        int limit = warp.fragments.size() > 1 ? OTHERS : ALONE;
        for (const Fragment& each : warp.fragments) {
            if (each.depth == now.depth && each.pc > now.pc) {
                limit = std::min(limit, each.pc);
            }
        }
        Mask mask = 0;
        const Ins* in = straight(warp, now, limit, mask);
        if (steps > mostSteps) {
            warp.fail(program->code[now.pc], __builtin_ctz(now.mask), "the kernel does not end", 702);
        }
        if (in != nullptr) {
            turn(warp, now, *in, mask);
        }
    }
}

// All that is left waits: at a barrier, as it should be, or for lanes that will not come.
void Launch::stuck(Warp& warp) {
    for (const Fragment& each : warp.fragments) {
        if (each.waits == Waits::TOGETHER) {
            const Ins& in = program->code[each.pc];
            warp.fail(in, __builtin_ctz(each.mask), "its mask names lanes that do not come here");
        }
    }
}

// Runs up to an instruction that may part the lanes, to a place where others stand, or round a loop while others wait.
// Gives the instruction that parts the lanes, and those that run it.
const Ins* Launch::straight(Warp& warp, Fragment& now, int limit, Mask& mask) {
    constexpr int64_t LONG = 1000000;
    const Ins* code = program->code.data();
    const Ins* stopped = nullptr;
    const Mask whole = now.mask;
    int64_t left = LONG;
    int pc = now.pc;
    while (pc < limit) {
        const Ins& in = code[pc];
        mask = whole;
        if (in.guard >= 0) {
            Mask asked = warp.predicate(in.guard);
            mask &= in.guardNot ? ~asked : asked;
        }
        left--;
        if (in.kind == Kind::PLAIN) {
            if (mask != 0) {
                in.run(warp, in, mask);
            }
            pc++;
        } else if (in.kind != Kind::BRANCH || (mask != 0 && mask != whole)) {
            stopped = &in;
            break;
        } else if (mask == 0) {
            pc++;
        } else {
            bool round = in.target <= pc && (limit != ALONE || left < 0);
            pc = in.target;
            if (round) {
                break;
            }
        }
    }
    steps += uint64_t(LONG - left);
    now.pc = pc;
    return stopped;
}

// An instruction after which the lanes have to be looked at anew.
void Launch::turn(Warp& warp, Fragment& now, const Ins& in, Mask mask) {
    Mask others = now.mask & ~mask;
    switch (in.kind) {
    case Kind::BRANCH:
        part(warp, now, others);
        warp.fragments.back().pc = in.target;
        return;
    case Kind::TABLE: return table(warp, now, in, mask);
    case Kind::TOGETHER: return together(warp, now, in, mask);
    case Kind::BARRIER:
        if (others != 0) {
            warp.fail(in, __builtin_ctz(others), "goes past a barrier that others wait at");
        }
        now.waits = Waits::BARRIER;
        return;
    case Kind::CALL:
        if (others != 0 || now.depth == MOST_CALLS) {
            warp.fail(in, 0, "a call that only some lanes make, or that is nested too deep");
        }
        now.back[now.depth++] = now.pc + 1;
        now.pc = in.target;
        return;
    default: return leave(warp, now, in, mask, others);
    }
}

// Return, exit, trap.
void Launch::leave(Warp& warp, Fragment& now, const Ins& in, Mask mask, Mask others) {
    if (mask == 0) {
        now.pc++;
        return;
    }
    if (in.kind == Kind::TRAP) {
        warp.fail(in, __builtin_ctz(mask), "trap", 719);
    }
    part(warp, now, others);
    Fragment& leaving = warp.fragments.back();
    if (in.kind == Kind::RETURN && leaving.depth > 0) {
        leaving.pc = leaving.back[--leaving.depth];
    } else {
        warp.dead |= mask;
        warp.fragments.pop_back();
    }
}

// Leaves some lanes behind, at the next instruction; the rest stays last.
void Launch::part(Warp& warp, Fragment& now, Mask others) {
    Fragment going = now;
    going.mask &= ~others;
    if (others == 0) {
        return;
    }
    now.mask = others;
    now.pc++;
    warp.fragments.push_back(going);
}

void Launch::table(Warp& warp, Fragment& now, const Ins& in, Mask mask) {
    const std::vector<int>& targets = program->tables[in.imm];
    Fragment base = now;
    Mask others = now.mask & ~mask;
    warp.fragments.pop_back();
    if (others != 0) {
        Fragment left = base;
        left.mask = others;
        left.pc++;
        warp.fragments.push_back(left);
    }
    const char* index = warp.from(in.a);
    everyLane(mask, [&](int i) {
        uint32_t which = get<uint32_t>(index, i);
        if (which >= targets.size()) {
            warp.fail(in, i, "a jump outside its table");
        }
        base.mask = 1u << i;
        base.pc = targets[which];
        warp.fragments.push_back(base);
    });
}

// shfl, vote, match, bar.warp.sync: the lanes that the mask names must be here together.
void Launch::together(Warp& warp, Fragment& now, const Ins& in, Mask mask) {
    if (mask == 0) {
        now.pc++;
        return;
    }
    Mask named = get<uint32_t>(warp.from(in.e), __builtin_ctz(mask)) & warp.born;
    if ((named & warp.dead) != 0) {
        warp.fail(in, __builtin_ctz(named & warp.dead), "is named in the mask but has ended");
    }
    if ((mask & ~named) != 0) {
        warp.fail(in, __builtin_ctz(mask & ~named), "is not named in the mask");
    }
    if (named != mask) {
        now.waits = Waits::TOGETHER;
        return;
    }
    warp.meetings++;
    if (in.run != nullptr) {
        in.run(warp, in, mask);
    }
    now.pc++;
}

}  // namespace standin
