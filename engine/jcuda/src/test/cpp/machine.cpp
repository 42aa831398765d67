// Runs the warps of a block up to the next barrier; of the lanes of a warp, those that stand lowest go first.
#include "machine.h"

#include <algorithm>

namespace standin {

// Above every place in the code: no other lanes of the warp are left, or some that stand lower or in another function.
constexpr int ALONE = INT32_MAX, OTHERS = INT32_MAX - 1;

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
