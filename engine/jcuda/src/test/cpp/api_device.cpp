// cuInit, devices and contexts.
#include <algorithm>
#include <cstring>

#include "driver.h"

using namespace standin;

constexpr int FIRST_FIGURE = 900000;

EXPORT int cuInit(unsigned flags) {
    ENTER(NOTHING)
    if (flags != 0) {
        return INVALID_VALUE;
    }
    Driver& driver = Driver::here();
    if (driver.devices() == 0) {
        return NO_DEVICE;
    }
    driver.initialised = true;
    return SUCCESS;
}

EXPORT int cuDriverGetVersion(int* version) {
    ENTER(NOTHING)
    *version = int(Driver::here().settings.number("driverVersion", 12040));
    return SUCCESS;
}

EXPORT int cuDeviceGetCount(int* count) {
    ENTER(START)
    *count = Driver::here().devices();
    return SUCCESS;
}

static bool isDevice(int device) { return device >= 0 && device < Driver::here().devices(); }

EXPORT int cuDeviceGet(int* device, int number) {
    ENTER(START)
    *device = number;
    return isDevice(number) ? SUCCESS : INVALID_DEVICE;
}

EXPORT int cuDeviceGetName(char* name, int length, int device) {
    ENTER(START)
    if (!isDevice(device)) {
        return INVALID_DEVICE;
    }
    std::string said = Driver::here().settings.text("name", "Stand-in GPU");
    std::strncpy(name, said.c_str(), size_t(length));
    name[length - 1] = 0;
    return SUCCESS;
}

static size_t memoryBytes() { return size_t(Driver::here().settings.number("memory", 256 << 20)); }

EXPORT int cuDeviceTotalMem_v2(size_t* bytes, int device) {
    ENTER(START)
    *bytes = memoryBytes();
    return isDevice(device) ? SUCCESS : INVALID_DEVICE;
}

EXPORT int cuDeviceGetAttribute(int* value, int attribute, int device) {
    Call call(__func__, attribute >= FIRST_FIGURE ? Call::NOTHING : Call::START);
    if (call.result != SUCCESS) {
        return call.result;
    }
    Driver& driver = Driver::here();
    if (attribute >= FIRST_FIGURE) {
        *value = int(driver.figure(attribute - FIRST_FIGURE));
        return SUCCESS;
    }
    static const std::map<int, int> KNOWN = {{1, 1024}, {2, 1024}, {3, 1024}, {4, 64}, {5, INT32_MAX}, {6, 65535},
        {7, 65535}, {8, 49152}, {9, 65536}, {10, 32}, {11, INT32_MAX}, {12, 65536}, {13, 1500000}, {14, 512},
        {15, 1}, {16, 4}, {17, 0}, {19, 1}, {31, 1}, {36, 8000000}, {37, 128}, {38, 33554432}, {39, 1536}, {40, 2},
        {41, 1}, {81, 102400}, {82, 65536}, {83, 1}, {97, 101376}, {106, 24}};
    if (!isDevice(device)) {
        return INVALID_DEVICE;
    }
    if (attribute == 75 || attribute == 76) {
        *value = attribute == 75 ? driver.capability() / 10 : driver.capability() % 10;
        return SUCCESS;
    }
    auto found = KNOWN.find(attribute);
    *value = found == KNOWN.end() ? 0 : found->second;
    return attribute > 0 ? SUCCESS : INVALID_VALUE;
}

EXPORT int cuDeviceComputeCapability(int* major, int* minor, int device) {
    ENTER(START)
    *major = Driver::here().capability() / 10;
    *minor = Driver::here().capability() % 10;
    return isDevice(device) ? SUCCESS : INVALID_DEVICE;
}

// --- contexts --------------------------------------------------------------------------------------------------------

static void describeLeaks(const Context& context) {
    if (context.memory.live > 0 || !context.pinned.empty() || !context.streams.empty() || !context.events.empty()
        || !context.graphs.empty() || !context.execs.empty()) {
        Driver::here().settings.log("left at the end of a context: " + std::to_string(context.memory.live) + " arrays, "
            + std::to_string(context.pinned.size()) + " pinned, "
            + std::to_string(context.streams.size()) + " streams, "
            + std::to_string(context.events.size()) + " events, "
            + std::to_string(context.graphs.size() + context.execs.size()) + " graphs");
    }
}

static std::unique_ptr<Context> makeContext(int device) {
    auto made = std::make_unique<Context>();
    made->device = device;
    made->memory.capacity = memoryBytes();
    return made;
}

static void end(std::unique_ptr<Context>& context) {
    if (context->lost == SUCCESS) {
        context->drainAll();
    }
    describeLeaks(*context);
    if (current() == context.get()) {
        current() = nullptr;
    }
    context.reset();
}

EXPORT int cuDevicePrimaryCtxRetain(Context** given, int device) {
    ENTER(START)
    if (!isDevice(device)) {
        return INVALID_DEVICE;
    }
    std::unique_ptr<Context>& context = Driver::here().primary[device];
    if (context == nullptr) {
        context = makeContext(device);
    }
    context->users++;
    *given = context.get();
    return SUCCESS;
}

EXPORT int cuDevicePrimaryCtxRelease_v2(int device) {
    ENTER(START)
    auto found = Driver::here().primary.find(device);
    if (found == Driver::here().primary.end()) {
        return INVALID_CONTEXT;
    }
    if (--found->second->users == 0) {
        end(found->second);
        Driver::here().primary.erase(found);
    }
    return SUCCESS;
}

EXPORT int cuDevicePrimaryCtxReset_v2(int device) {
    ENTER(START)
    auto found = Driver::here().primary.find(device);
    if (found != Driver::here().primary.end()) {
        int users = found->second->users;
        end(found->second);
        found->second = makeContext(device);
        found->second->users = users;
    }
    return SUCCESS;
}

EXPORT int cuDevicePrimaryCtxSetFlags_v2(int device, unsigned) {
    ENTER(START)
    return isDevice(device) ? SUCCESS : INVALID_DEVICE;
}

EXPORT int cuDevicePrimaryCtxGetState(int device, unsigned* flags, int* active) {
    ENTER(START)
    *flags = 0;
    *active = Driver::here().primary.count(device) > 0;
    return isDevice(device) ? SUCCESS : INVALID_DEVICE;
}

EXPORT int cuCtxCreate_v2(Context** given, unsigned, int device) {
    ENTER(START)
    if (!isDevice(device)) {
        return INVALID_DEVICE;
    }
    auto made = makeContext(device);
    current() = *given = made.get();
    Driver::here().others[*given] = std::move(made);
    return SUCCESS;
}

EXPORT int cuCtxDestroy_v2(Context* context) {
    ENTER(START)
    auto found = Driver::here().others.find(context);
    if (found == Driver::here().others.end()) {
        return INVALID_CONTEXT;
    }
    end(found->second);
    Driver::here().others.erase(found);
    return SUCCESS;
}

EXPORT int cuCtxSetCurrent(Context* context) {
    ENTER(START)
    auto& primary = Driver::here().primary;
    bool known = context == nullptr || Driver::here().others.count(context) > 0
        || std::any_of(primary.begin(), primary.end(), [&](const auto& each) { return each.second.get() == context; });
    if (!known) {
        return INVALID_CONTEXT;
    }
    current() = context;
    return SUCCESS;
}

EXPORT int cuCtxPushCurrent_v2(Context* context) { return cuCtxSetCurrent(context); }

EXPORT int cuCtxPopCurrent_v2(Context** context) {
    ENTER(START)
    *context = current();
    current() = nullptr;
    return SUCCESS;
}

EXPORT int cuCtxGetCurrent(Context** context) {
    ENTER(START)
    *context = current();
    return SUCCESS;
}

EXPORT int cuCtxGetDevice(int* device) {
    ENTER(CONTEXT)
    *device = current()->device;
    return SUCCESS;
}

EXPORT int cuCtxGetFlags(unsigned* flags) {
    ENTER(CONTEXT)
    *flags = 0;
    return SUCCESS;
}

EXPORT int cuCtxGetApiVersion(Context*, unsigned* version) {
    ENTER(START)
    *version = 12000;
    return SUCCESS;
}

EXPORT int cuCtxSynchronize() {
    ENTER(CONTEXT)
    if (int code = current()->breakCaptures(CAPTURE_UNSUPPORTED)) {
        return code;
    }
    current()->drainAll();
    return current()->lost;
}
