// What the lanes of a warp do together: shuffles, votes, matches. The machine has seen to it that all are here.
#include "operations.h"

namespace standin {
namespace together {

enum class Mode { UP, DOWN, BUTTERFLY, INDEX };

template <Mode MODE> static int sourceLane(int lane, int b, int clamp, int most, bool& inside) {
    int from = MODE == Mode::UP ? lane - b : MODE == Mode::DOWN ? lane + b : MODE == Mode::BUTTERFLY ? lane ^ b : b;
    int least = lane & (clamp >> 8 & 31);
    if (MODE == Mode::INDEX) {
        from = least | (b & ~(clamp >> 8) & 31);
    }
    inside = MODE == Mode::UP ? from >= most : from <= most;
    return inside ? from : lane;
}

template <Mode MODE> void shuffle(Warp& w, const Ins& in, Mask mask) {
    uint32_t before[LANES];
    std::memcpy(before, w.from(in.a), sizeof before);
    everyLane(mask, [&](int i) {
        int b = int(get<uint32_t>(w.from(in.b), i) & 31), c = int(get<uint32_t>(w.from(in.c), i));
        int segment = c >> 8 & 31;
        int most = (i & segment) | (c & 31 & ~segment);
        bool inside;
        int from = sourceLane<MODE>(i, b, c, most, inside);
        if (!(mask >> from & 1)) {
            w.fail(in, i, "takes the value of lane " + std::to_string(from) + ", which is not here");
        }
        put<uint32_t>(w.at(in.d), i, before[from]);
        if (in.imm >= 0) {
            Mask& p = w.predicate(int(in.imm));
            p = (p & ~(1u << i)) | Mask(inside) << i;
        }
    });
}

enum class Vote { ALL, ANY, UNIFORM, BALLOT };

template <Vote WHAT> void vote(Warp& w, const Ins& in, Mask mask) {
    Mask said = w.asked(in.a) & mask;
    if (WHAT == Vote::BALLOT) {
        everyLane(mask, [&](int i) { put<uint32_t>(w.at(in.d), i, said); });
        return;
    }
    bool all = said == mask, any = said != 0;
    bool made = WHAT == Vote::ALL ? all : WHAT == Vote::ANY ? any : all || !any;
    Mask& p = w.predicate(in.d);
    p = made ? p | mask : p & ~mask;
}

template <class T> void matchAny(Warp& w, const Ins& in, Mask mask) {
    Mask same[LANES];
    everyLane(mask, [&](int i) {
        same[i] = 0;
        everyLane(mask, [&](int j) {
            same[i] |= Mask(get<T>(w.from(in.a), i) == get<T>(w.from(in.a), j)) << j;
        });
    });
    everyLane(mask, [&](int i) { put<uint32_t>(w.at(in.d), i, same[i]); });
}

void activeMask(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) { put<uint32_t>(w.at(in.d), i, mask); });
}

static void listWarp(Table& t) {
    t.add({"shfl.sync.up.b32"}, shuffle<Mode::UP>, "wwwww");
    t.add({"shfl.sync.down.b32"}, shuffle<Mode::DOWN>, "wwwww");
    t.add({"shfl.sync.bfly.b32"}, shuffle<Mode::BUTTERFLY>, "wwwww");
    t.add({"shfl.sync.idx.b32"}, shuffle<Mode::INDEX>, "wwwww");
    t.add({"vote.sync.all.pred"}, vote<Vote::ALL>, "ppw");
    t.add({"vote.sync.any.pred"}, vote<Vote::ANY>, "ppw");
    t.add({"vote.sync.uni.pred"}, vote<Vote::UNIFORM>, "ppw");
    t.add({"vote.sync.ballot.b32"}, vote<Vote::BALLOT>, "wpw");
    t.add({"match.any.sync.b32"}, matchAny<uint32_t>, "www");
    t.add({"match.any.sync.b64"}, matchAny<uint64_t>, "wqw");
    t.add({"activemask.b32"}, activeMask, "w");
}

}  // namespace together

void addWarp(Table& t) { together::listWarp(t); }

}  // namespace standin
