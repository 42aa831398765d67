// Memory: arrays on the device, pinned memory, copies, filling.
#include <cstring>

#include "driver.h"

using namespace standin;

constexpr int COPY_NODE = 1, FILL_NODE = 2;

static Driver& driver() { return Driver::here(); }

EXPORT int cuMemAlloc_v2(DevicePointer* given, size_t bytes) {
    ENTER(CONTEXT)
    if (bytes == 0) {
        return INVALID_VALUE;
    }
    if (int code = current()->breakCaptures(CAPTURE_UNSUPPORTED)) {
        return code;
    }
    Allocation* made = current()->memory.allocate(bytes, "", true);
    if (made == nullptr) {
        return OUT_OF_MEMORY;
    }
    *given = made->base;
    return SUCCESS;
}

EXPORT int cuMemFree_v2(DevicePointer address) {
    ENTER(CONTEXT)
    if (int code = current()->breakCaptures(CAPTURE_UNSUPPORTED)) {
        return code;
    }
    if (address == 0) {
        return SUCCESS;
    }
    // as the real one, it waits for what is still to run
    current()->drainAll();
    return current()->memory.free(address) ? current()->lost : INVALID_VALUE;
}

EXPORT int cuMemGetInfo_v2(size_t* left, size_t* whole) {
    ENTER(CONTEXT)
    *whole = current()->memory.capacity;
    *left = *whole - current()->memory.used;
    return SUCCESS;
}

EXPORT int cuMemGetAddressRange_v2(DevicePointer* base, size_t* size, DevicePointer address) {
    ENTER(CONTEXT)
    Allocation* found = current()->memory.find(address, 1);
    if (found == nullptr) {
        return NOT_FOUND;
    }
    *base = found->base;
    *size = found->size;
    return SUCCESS;
}

EXPORT int cuMemHostAlloc(void** given, size_t bytes, unsigned) {
    ENTER(CONTEXT)
    auto made = std::make_unique<char[]>(bytes);
    *given = made.get();
    uint64_t address = reinterpret_cast<uint64_t>(made.get());
    current()->pinned[address] = bytes;
    current()->pinnedOwn[address] = std::move(made);
    return SUCCESS;
}

EXPORT int cuMemAllocHost_v2(void** given, size_t bytes) { return cuMemHostAlloc(given, bytes, 0); }

EXPORT int cuMemFreeHost(void* host) {
    ENTER(CONTEXT)
    uint64_t address = reinterpret_cast<uint64_t>(host);
    if (current()->pinnedOwn.count(address) == 0) {
        return INVALID_VALUE;
    }
    current()->drainAll();
    current()->pinned.erase(address);
    current()->pinnedOwn.erase(address);
    return current()->lost;
}

EXPORT int cuMemHostRegister_v2(void* host, size_t bytes, unsigned) {
    ENTER(CONTEXT)
    current()->pinned[reinterpret_cast<uint64_t>(host)] = bytes;
    return SUCCESS;
}

EXPORT int cuMemHostUnregister(void* host) {
    ENTER(CONTEXT)
    current()->drainAll();
    return current()->pinned.erase(reinterpret_cast<uint64_t>(host)) > 0 ? SUCCESS : INVALID_VALUE;
}

// --- copies ----------------------------------------------------------------------------------------------------------

// The array that a copy means; a fault where there is none.
static Allocation& arrayOf(Context& context, DevicePointer address, size_t bytes, const char* what) {
    Allocation* found = context.memory.find(address, bytes);
    if (found == nullptr) {
        throw Fault{ILLEGAL_ADDRESS, std::string(what) + ": " + context.memory.explain(address, bytes)};
    }
    return *found;
}

static int toDevice(Context& context, DevicePointer to, const void* from, size_t bytes) {
    return guarded([&] {
        Allocation& array = arrayOf(context, to, bytes, "a copy to the device");
        std::memcpy(array.data + (to - array.base), from, bytes);
        array.markWritten(to - array.base, bytes);
    });
}

static int toHost(Context& context, void* to, DevicePointer from, size_t bytes) {
    return guarded([&] {
        Allocation& array = arrayOf(context, from, bytes, "a copy to the host");
        size_t offset = from - array.base;
        int64_t unwritten = array.firstUnwritten(offset, bytes);
        if (unwritten >= 0 && driver().settings.number("copyUnwritten", 0) == 0) {
            throw Fault{ILLEGAL_ADDRESS, "a copy of " + std::to_string(bytes) + " bytes, from byte "
                + std::to_string(offset) + " on, to the host: nobody has written byte " + std::to_string(unwritten)};
        }
        std::memcpy(to, array.data + offset, bytes);
    });
}

static int onDevice(Context& context, DevicePointer to, DevicePointer from, size_t bytes) {
    return guarded([&] {
        Allocation& target = arrayOf(context, to, bytes, "a copy on the device");
        Allocation& source = arrayOf(context, from, bytes, "a copy on the device");
        size_t at = to - target.base, start = from - source.base;
        std::memmove(target.data + at, source.data + start, bytes);
        if (at % 4 == 0 && start % 4 == 0) {
            for (size_t word = 0; word * 4 < bytes; word++) {
                bool written = source.marks.written[start / 4 + word] != 0;
                target.marks.written[at / 4 + word] = written ? mark(HOST_EPOCH, 0, 0) : 0;
            }
        } else {
            target.markWritten(at, bytes);
        }
    });
}

static int fill(Context& context, DevicePointer to, unsigned value, size_t width, size_t count) {
    return guarded([&] {
        Allocation& array = arrayOf(context, to, width * count, "filling");
        for (size_t i = 0; i < count; i++) {
            std::memcpy(array.data + (to - array.base) + i * width, &value, width);
        }
        array.markWritten(to - array.base, width * count);
    });
}

// What can be told at once: whether the device has such an array, and whether memory of the host is pinned.
static int mistaken(DevicePointer address, const void* host, size_t bytes, bool later) {
    Context& context = *current();
    if (context.memory.find(address, bytes) == nullptr) {
        driver().settings.log("1 a copy or a filling: " + context.memory.explain(address, bytes));
        return INVALID_VALUE;
    }
    if (later && host != nullptr && !context.isPinned(host, bytes)) {
        driver().settings.log("1 an asynchronous copy from or to memory of the host that is not pinned");
        return INVALID_VALUE;
    }
    return SUCCESS;
}

static int ask(void* handle, int node, bool later, const Job& job) {
    Context& context = *current();
    Stream* stream = later ? context.stream(handle) : &context.legacy;
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    if (!later && context.isCapturing()) {
        // a copy that waits is no part of a capture
        if (int code = context.breakCaptures(CAPTURE_IMPLICIT)) {
            return code;
        }
    }
    if (int code = context.enqueue(stream, node, job)) {
        return code;
    }
    if (!later) {
        context.drain(context.legacy, UINT64_MAX);
    }
    return context.lost;
}

static int copyIn(DevicePointer to, const void* from, size_t bytes, void* stream, bool later) {
    if (int code = bytes == 0 ? SUCCESS : mistaken(to, from, bytes, later)) {
        return code;
    }
    Context* context = current();
    return ask(stream, COPY_NODE, later, [=] { return bytes == 0 ? SUCCESS : toDevice(*context, to, from, bytes); });
}

static int copyOut(void* to, DevicePointer from, size_t bytes, void* stream, bool later) {
    if (int code = bytes == 0 ? SUCCESS : mistaken(from, to, bytes, later)) {
        return code;
    }
    Context* context = current();
    return ask(stream, COPY_NODE, later, [=] { return bytes == 0 ? SUCCESS : toHost(*context, to, from, bytes); });
}

static int copyOver(DevicePointer to, DevicePointer from, size_t bytes, void* stream, bool later) {
    if (mistaken(to, nullptr, bytes, later) != SUCCESS || mistaken(from, nullptr, bytes, later) != SUCCESS) {
        return INVALID_VALUE;
    }
    Context* context = current();
    return ask(stream, COPY_NODE, later, [=] { return onDevice(*context, to, from, bytes); });
}

static int set(DevicePointer to, unsigned value, size_t width, size_t count, void* stream, bool later) {
    if (to % width != 0 || mistaken(to, nullptr, width * count, later) != SUCCESS) {
        return INVALID_VALUE;
    }
    Context* context = current();
    return ask(stream, FILL_NODE, later, [=] { return fill(*context, to, value, width, count); });
}

EXPORT int cuMemcpyHtoD_v2(DevicePointer to, const void* from, size_t bytes) {
    ENTER(CONTEXT)
    return copyIn(to, from, bytes, nullptr, false);
}

EXPORT int cuMemcpyHtoDAsync_v2(DevicePointer to, const void* from, size_t bytes, void* stream) {
    ENTER(CONTEXT)
    return copyIn(to, from, bytes, stream, true);
}

EXPORT int cuMemcpyDtoH_v2(void* to, DevicePointer from, size_t bytes) {
    ENTER(CONTEXT)
    return copyOut(to, from, bytes, nullptr, false);
}

EXPORT int cuMemcpyDtoHAsync_v2(void* to, DevicePointer from, size_t bytes, void* stream) {
    ENTER(CONTEXT)
    return copyOut(to, from, bytes, stream, true);
}

EXPORT int cuMemcpyDtoD_v2(DevicePointer to, DevicePointer from, size_t bytes) {
    ENTER(CONTEXT)
    return copyOver(to, from, bytes, nullptr, true);
}

EXPORT int cuMemcpyDtoDAsync_v2(DevicePointer to, DevicePointer from, size_t bytes, void* stream) {
    ENTER(CONTEXT)
    return copyOver(to, from, bytes, stream, true);
}

EXPORT int cuMemsetD8_v2(DevicePointer to, unsigned char value, size_t count) {
    ENTER(CONTEXT)
    return set(to, value, 1, count, nullptr, true);
}

EXPORT int cuMemsetD16_v2(DevicePointer to, unsigned short value, size_t count) {
    ENTER(CONTEXT)
    return set(to, value, 2, count, nullptr, true);
}

EXPORT int cuMemsetD32_v2(DevicePointer to, unsigned value, size_t count) {
    ENTER(CONTEXT)
    return set(to, value, 4, count, nullptr, true);
}

EXPORT int cuMemsetD8Async(DevicePointer to, unsigned char value, size_t count, void* stream) {
    ENTER(CONTEXT)
    return set(to, value, 1, count, stream, true);
}

EXPORT int cuMemsetD16Async(DevicePointer to, unsigned short value, size_t count, void* stream) {
    ENTER(CONTEXT)
    return set(to, value, 2, count, stream, true);
}

EXPORT int cuMemsetD32Async(DevicePointer to, unsigned value, size_t count, void* stream) {
    ENTER(CONTEXT)
    return set(to, value, 4, count, stream, true);
}
