// Loads and stores, each checked: inside an array, aligned, written before it is read, and not raced for.
#include "operations.h"

namespace standin {

static const char* const WITHOUT_BARRIER = " of the block touched with no barrier in between";

class Access {
public:
    Access(Warp& w, const Ins& in)
        : w(w), in(in), now(w.launch->now), own(mark(now.epoch, w.meetings, uint32_t(w.number * LANES))),
          thisEpoch(Mark(now.epoch) << 32), thisBlock(Mark(now.block) << 32), thisLaunch(Mark(now.launch) << 32) {}

    // Written before the launch, or by this block before its last barrier, and read so already: nothing to look into.
    void readGlobal(Marks& marks, size_t word, int lane) const {
        Mark written = marks.written[word], read = marks.read[word], me = own + Mark(lane);
        bool settled = written - 1 < thisLaunch - 1 || (written >= thisBlock && written < thisEpoch);
        if (!settled) {
            lookInto(written, lane, false);
        }
        if (read < thisLaunch) {
            marks.read[word] = me;
        } else if (read != me && read != (thisEpoch | SEVERAL_WARPS)) {
            marks.read[word] = merged(read, me);
        }
    }

    void readShared(Marks& marks, size_t word, int lane) const {
        Mark written = marks.written[word], read = marks.read[word], me = own + Mark(lane);
        if (written < thisBlock || written >= thisEpoch) {
            lookInto(written, lane, true);
        }
        if (read < thisEpoch) {
            marks.read[word] = me;
        } else if (read != me && read != (thisEpoch | SEVERAL_WARPS)) {
            marks.read[word] = merged(read, me);
        }
    }

    void write(Marks& marks, size_t word, int lane, bool shared, bool differs) const {
        Mark first = shared ? thisBlock : thisLaunch;
        Mark written = marks.written[word], read = marks.read[word];
        if (differs && (written >= first || read >= first)) {
            lookInto(written, read, lane, first);
        }
        marks.written[word] = own + Mark(lane);
    }

private:
    // Whether a mark of this stretch is another thread's that nothing keeps apart from this one.
    bool races(Mark theirs, int lane) const {
        uint32_t thread = threadOf(theirs), mine = uint32_t(w.number * LANES + lane);
        if (epochOf(theirs) != now.epoch || thread == mine) {
            return false;
        }
        bool sameWarp = thread < WHOLE_WARP ? thread / LANES == mine / LANES : thread == (WHOLE_WARP | (mine / LANES));
        return !sameWarp || meetingsOf(theirs) == (w.meetings & 0x7fff);
    }

    [[noreturn]] void race(Mark theirs, int lane, const char* did) const {
        uint32_t thread = threadOf(theirs);
        std::string who = thread == SEVERAL_WARPS ? "several threads"
            : thread >= WHOLE_WARP ? "several threads of warp " + std::to_string(thread & 0x7fff)
                                   : "thread " + std::to_string(thread);
        w.fail(in, lane, std::string("a race: ") + did + " what " + who + WITHOUT_BARRIER);
    }

    __attribute__((noinline)) void lookInto(Mark written, int lane, bool shared) const {
        if (shared ? written < thisBlock : written == 0) {
            w.fail(in, lane, shared ? "reads shared memory that this block has not written"
                                    : "reads what nobody has written");
        }
        if (written >= thisLaunch && written < thisBlock) {
            w.fail(in, lane, "a race: reads what another block of the launch writes");
        }
        if (races(written, lane)) {
            race(written, lane, "reads");
        }
    }

    __attribute__((noinline)) void lookInto(Mark written, Mark read, int lane, Mark first) const {
        if (written >= first && written < thisBlock) {
            w.fail(in, lane, "a race: writes over what another block of the launch has written");
        }
        if (races(written, lane)) {
            race(written, lane, "writes over");
        }
        if (read >= first && (read < thisBlock || (read & OTHER_BLOCKS) != 0)) {
            w.fail(in, lane, "a race: writes over what another block of the launch reads");
        }
        if (races(read, lane)) {
            race(read, lane, "writes over");
        }
    }

    // Keeps that several have read.
    __attribute__((noinline)) Mark merged(Mark before, Mark me) const {
        if (before < thisBlock || (before & OTHER_BLOCKS) != 0) {
            me |= OTHER_BLOCKS;
        }
        uint32_t theirs = threadOf(before), mine = threadOf(me);
        if (before < thisEpoch || theirs == mine) {
            return me;
        }
        uint32_t warp = WHOLE_WARP | (mine / LANES);
        bool sameWarp = theirs < WHOLE_WARP ? theirs / LANES == mine / LANES : theirs == warp;
        if (!sameWarp) {
            return thisEpoch | (me & OTHER_BLOCKS) | SEVERAL_WARPS;
        }
        // of one warp the last meeting counts: what was before it is settled
        bool sameMeeting = meetingsOf(before) == meetingsOf(me);
        return (me & ~Mark(0xffff)) | (sameMeeting ? warp : mine);
    }

    Warp& w;
    const Ins& in;
    const Moment now;
    // the mark of the warp's first lane
    const Mark own;
    const Mark thisEpoch, thisBlock, thisLaunch;
};

static Allocation* arrayAt(Warp& w, const Ins& in, int lane, uint64_t address, size_t bytes) {
    Launch& launch = *w.launch;
    if (launch.last == nullptr || !launch.last->holds(address, bytes)) {
        launch.last = launch.memory->find(address, bytes);
        if (launch.last == nullptr) {
            w.fail(in, lane, launch.memory->explain(address, bytes));
        }
    }
    return launch.last;
}

static void checkAligned(Warp& w, const Ins& in, int lane, uint64_t address) {
    if ((address & uint64_t(in.c - 1)) != 0) {
        w.fail(in, lane, "the address is not a multiple of " + std::to_string(in.c), 716);
    }
}

template <class T> struct Global {
    static T load(Warp& w, const Ins& in, const Access& access, int lane, uint64_t address) {
        checkAligned(w, in, lane, address);
        Allocation& array = *arrayAt(w, in, lane, address, sizeof(T));
        size_t offset = address - array.base;
        if (!array.constant) {
            access.readGlobal(array.marks, offset / 4, lane);
            if (sizeof(T) == 8) {
                access.readGlobal(array.marks, offset / 4 + 1, lane);
            }
        }
        T value;
        std::memcpy(&value, array.data + offset, sizeof(T));
        return value;
    }

    static void store(Warp& w, const Ins& in, const Access& access, int lane, uint64_t address, T value) {
        checkAligned(w, in, lane, address);
        Allocation& array = *arrayAt(w, in, lane, address, sizeof(T));
        size_t offset = address - array.base;
        if (array.constant) {
            w.fail(in, lane, "writes to a constant");
        }
        bool differs = std::memcmp(array.data + offset, &value, sizeof(T)) != 0;
        for (size_t word = offset / 4; word * 4 < offset + sizeof(T); word++) {
            access.write(array.marks, word, lane, false, differs);
        }
        if (w.launch->wrong != 0 && sizeof(T) >= 4) {
            uint64_t bits = 0;
            std::memcpy(&bits, &value, sizeof(T));
            bits ^= sizeof(T) == 8 ? uint64_t(w.launch->wrong) << 32 : w.launch->wrong;
            std::memcpy(&value, &bits, sizeof(T));
        }
        std::memcpy(array.data + offset, &value, sizeof(T));
    }
};

template <class T> struct Shared {
    static void check(Warp& w, const Ins& in, int lane, uint64_t address) {
        checkAligned(w, in, lane, address);
        if (address + sizeof(T) > uint64_t(w.launch->sharedBytes)) {
            w.fail(in, lane, "byte " + std::to_string(address) + " of " + std::to_string(w.launch->sharedBytes)
                    + " bytes of shared memory");
        }
    }

    static T load(Warp& w, const Ins& in, const Access& access, int lane, uint64_t address) {
        check(w, in, lane, address);
        access.readShared(*w.launch->sharedMarks, address / 4, lane);
        if (sizeof(T) == 8) {
            access.readShared(*w.launch->sharedMarks, address / 4 + 1, lane);
        }
        T value;
        std::memcpy(&value, w.launch->shared + address, sizeof(T));
        return value;
    }

    static void store(Warp& w, const Ins& in, const Access& access, int lane, uint64_t address, T value) {
        check(w, in, lane, address);
        bool differs = std::memcmp(w.launch->shared + address, &value, sizeof(T)) != 0;
        for (size_t word = address / 4; word * 4 < address + sizeof(T); word++) {
            access.write(*w.launch->sharedMarks, word, lane, true, differs);
        }
        std::memcpy(w.launch->shared + address, &value, sizeof(T));
    }
};

template <class T> struct Local {
    static char* place(Warp& w, const Ins& in, int lane, uint64_t address) {
        checkAligned(w, in, lane, address);
        uint64_t size = uint64_t(w.launch->program->localBytes);
        if (address + sizeof(T) > size) {
            w.fail(in, lane, "byte " + std::to_string(address) + " of " + std::to_string(size)
                    + " bytes of local memory");
        }
        return w.local + size * uint64_t(lane) + address;
    }

    static T load(Warp& w, const Ins& in, const Access&, int lane, uint64_t address) {
        T value;
        std::memcpy(&value, place(w, in, lane, address), sizeof(T));
        return value;
    }

    static void store(Warp& w, const Ins& in, const Access&, int lane, uint64_t address, T value) {
        std::memcpy(place(w, in, lane, address), &value, sizeof(T));
    }
};

template <class T> struct Generic {
    static T load(Warp& w, const Ins& in, const Access& access, int lane, uint64_t address) {
        return address - SHARED_WINDOW < WINDOW_BYTES ? Shared<T>::load(w, in, access, lane, address - SHARED_WINDOW)
            : address - LOCAL_WINDOW < WINDOW_BYTES   ? Local<T>::load(w, in, access, lane, address - LOCAL_WINDOW)
                                                      : Global<T>::load(w, in, access, lane, address);
    }

    static void store(Warp& w, const Ins& in, const Access& access, int lane, uint64_t address, T value) {
        if (address - SHARED_WINDOW < WINDOW_BYTES) {
            Shared<T>::store(w, in, access, lane, address - SHARED_WINDOW, value);
        } else if (address - LOCAL_WINDOW < WINDOW_BYTES) {
            Local<T>::store(w, in, access, lane, address - LOCAL_WINDOW, value);
        } else {
            Global<T>::store(w, in, access, lane, address, value);
        }
    }
};

template <class T, class SPACE, class A> void load(Warp& w, const Ins& in, Mask mask) {
    const char* a = w.from(in.a);
    char* d = w.at(in.d);
    Access access(w, in);
    everyLane(mask, [&](int i) { put<T>(d, i, SPACE::load(w, in, access, i, A(get<A>(a, i) + A(in.imm)))); });
}

template <class T, class SPACE, class A> void store(Warp& w, const Ins& in, Mask mask) {
    const char* a = w.from(in.a);
    const char* b = w.from(in.b);
    Access access(w, in);
    everyLane(mask, [&](int i) { SPACE::store(w, in, access, i, A(get<A>(a, i) + A(in.imm)), get<T>(b, i)); });
}

template <class T> void loadParam(Warp& w, const Ins& in, Mask mask) {
    T value;
    std::memcpy(&value, w.launch->params.data() + in.imm, sizeof(T));
    char* d = w.at(in.d);
    lanes(w, mask, [=](int i) { put<T>(d, i, value); });
}

template <class T> Handler loadFor(const std::string& space, bool wide) {
    if (space == "param") {
        return loadParam<T>;
    }
    if (space == "shared") {
        return wide ? load<T, Shared<T>, uint64_t> : load<T, Shared<T>, uint32_t>;
    }
    if (space == "local") {
        return wide ? load<T, Local<T>, uint64_t> : load<T, Local<T>, uint32_t>;
    }
    return !wide ? nullptr : space == "global" ? load<T, Global<T>, uint64_t> : load<T, Generic<T>, uint64_t>;
}

template <class T> Handler storeFor(const std::string& space, bool wide) {
    if (space == "shared") {
        return wide ? store<T, Shared<T>, uint64_t> : store<T, Shared<T>, uint32_t>;
    }
    if (space == "local") {
        return wide ? store<T, Local<T>, uint64_t> : store<T, Local<T>, uint32_t>;
    }
    return !wide ? nullptr : space == "global" ? store<T, Global<T>, uint64_t> : store<T, Generic<T>, uint64_t>;
}

Handler loadHandler(const std::string& space, Type type, bool wide) {
    switch (type.bits * (type.isSigned() ? -1 : 1)) {
    case 8: return loadFor<uint8_t>(space, wide);
    case -8: return loadFor<int8_t>(space, wide);
    case 16: return loadFor<uint16_t>(space, wide);
    case -16: return loadFor<int16_t>(space, wide);
    case 64:
    case -64: return loadFor<uint64_t>(space, wide);
    default: return loadFor<uint32_t>(space, wide);
    }
}

Handler storeHandler(const std::string& space, Type type, bool wide) {
    switch (type.bits) {
    case 8: return storeFor<uint8_t>(space, wide);
    case 16: return storeFor<uint16_t>(space, wide);
    case 64: return storeFor<uint64_t>(space, wide);
    default: return storeFor<uint32_t>(space, wide);
    }
}

}  // namespace standin
