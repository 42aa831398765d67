// The state of the driver: contexts, streams with their queues, events, graphs, modules.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "machine.h"
#include "settings.h"

namespace standin {

enum Result {
    SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, NO_DEVICE = 100, INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201, INVALID_PTX = 218, INVALID_HANDLE = 400, ILLEGAL_STATE = 401, NOT_FOUND = 500,
    NOT_READY = 600, ILLEGAL_ADDRESS = 700, LAUNCH_FAILED = 719, NOT_SUPPORTED = 801, CAPTURE_UNSUPPORTED = 900,
    CAPTURE_INVALIDATED = 901, CAPTURE_UNMATCHED = 903, CAPTURE_IMPLICIT = 906
};

using Job = std::function<int()>;

struct Node {
    Job job;
    int type;
};

struct Graph {
    std::vector<Node> nodes;
};

struct GraphExec {
    std::shared_ptr<std::vector<Node>> nodes;
};

struct Stream;

// Something to be done, at its place in the order of all that was asked for.
struct Work {
    uint64_t number;
    Job job;
};

struct Stream {
    bool blocking = true;
    std::deque<Work> queue;
    Graph* capture = nullptr;
    int captureMode = 0;
    bool captureBroken = false;
};

struct Event {
    Stream* stream = nullptr;
    uint64_t number = 0;
    double seconds = 0;
    // the stream whose capture it was recorded in
    Stream* captured = nullptr;
};

struct Module;

struct Function {
    Module* module;
    const Entry* entry;
    int mostDynamic = 0;
};

struct Module {
    Program program;
    std::map<std::string, Allocation*> globals;
    std::map<std::string, std::unique_ptr<Function>> functions;
};

template <class T> using Owned = std::map<T*, std::unique_ptr<T>>;

struct Context {
    int device = 0;
    int users = 0;
    // what the context was lost with; every later call answers it
    int lost = 0;
    Memory memory;
    Stream legacy;
    Owned<Stream> streams;
    Owned<Event> events;
    Owned<Module> modules;
    Owned<Graph> graphs;
    Owned<GraphExec> execs;
    std::map<uint64_t, size_t> pinned;
    std::map<uint64_t, std::unique_ptr<char[]>> pinnedOwn;

    Stream* stream(void* handle);
    bool isPinned(const void* host, size_t bytes) const;
    int enqueue(Stream* stream, int nodeType, Job job);
    // Runs what a stream was given, up to a place in the order.
    void drain(Stream& stream, uint64_t upTo);
    void drainAll();
    bool isCapturing() const;
    // Marks captures as broken that a call not allowed during one has met; answers its code, or 0.
    int breakCaptures(int code);
    template <class T> T* own(Owned<T>& all, std::unique_ptr<T> made) {
        T* given = made.get();
        all[given] = std::move(made);
        return given;
    }
};

struct Driver {
    std::recursive_mutex lock;
    Settings settings;
    bool initialised = false;
    uint64_t ticket = 0;
    uint64_t launches = 0, steps = 0;
    std::map<int, std::unique_ptr<Context>> primary;
    Owned<Context> others;
    std::map<std::string, int64_t> calls;

    static Driver& here();
    int devices() const { return int(settings.number("devices", 1)); }
    int capability() const { return int(settings.number("capability", 89)); }
    int64_t figure(int which);
};

// The context of this thread.
Context*& current();

// Every function of the driver starts with one: takes the lock, reads the settings, and says whether to go on.
class Call {
public:
    enum Needs { NOTHING, START, CONTEXT };
    Call(const char* function, Needs needs);
    int result = SUCCESS;

private:
    std::unique_lock<std::recursive_mutex> held;
};

#define ENTER(NEEDS)                        \
    Call call(__func__, Call::NEEDS);       \
    if (call.result != SUCCESS) {           \
        return call.result;                 \
    }
#define EXPORT extern "C" __attribute__((visibility("default")))

using DevicePointer = unsigned long long;

// Does it, and gives 0, or the code of a fault, which goes to the log.
int guarded(const std::function<void()>& what);
// What enqueues kernels, for the stand-in of cuBLAS too.
int launchKernel(Function* function, Grid grid, Grid block, unsigned shared, void* stream, void** params);

}  // namespace standin
