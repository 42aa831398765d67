// A launch: registers, shared memory and local memory are laid out, and its blocks run one after the other.
#include <algorithm>
#include <numeric>
#include <random>
#include <sstream>

#include "machine.h"

namespace standin {

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

static uint32_t specialOf(int which, unsigned thread, const Launch& launch) {
    const Grid &block = launch.block, &grid = launch.grid;
    const uint32_t lane = thread % LANES, bit = 1u << lane;
    switch (which) {
    case TID_X: return thread % block.x;
    case TID_Y: return thread / block.x % block.y;
    case TID_Z: return thread / block.x / block.y;
    case NTID_X: return block.x;
    case NTID_Y: return block.y;
    case NTID_Z: return block.z;
    case NCTAID_X: return grid.x;
    case NCTAID_Y: return grid.y;
    case NCTAID_Z: return grid.z;
    case LANEID: return lane;
    case WARPID: return thread / LANES;
    case MASK_EQ: return bit;
    case MASK_LT: return bit - 1;
    case MASK_LE: return bit | (bit - 1);
    case MASK_GT: return ~(bit | (bit - 1));
    case MASK_GE: return ~(bit - 1);
    case DYNAMIC_SHARED: return uint32_t((launch.entry->sharedBytes + 15) / 16 * 16);
    default: return 0;
    }
}

void Launch::fillSpecials(Warp& warp) {
    for (int which = 0; which < SPECIALS; which++) {
        for (int i = 0; i < LANES && program->specials[which] >= 0; i++) {
            unsigned thread = unsigned(warp.number * LANES + i);
            put<uint32_t>(warp.regs + program->specials[which], i, specialOf(which, thread, *this));
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

}  // namespace standin
