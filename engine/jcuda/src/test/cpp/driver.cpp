#include "driver.h"

#include <algorithm>

namespace standin {

Driver& Driver::here() {
    // never destroyed: Java's threads may call to the very end
    static Driver* const only = new Driver();
    return *only;
}

Context*& current() {
    static thread_local Context* context = nullptr;
    return context;
}

Call::Call(const char* function, Needs needs) : held(Driver::here().lock) {
    Driver& driver = Driver::here();
    driver.settings.refresh();
    std::string key = std::string("fail.") + function;
    key = key.substr(0, key.find("_v"));
    int64_t code = driver.settings.number(key, 0);
    if (code != 0 && driver.calls[key]++ >= driver.settings.number(key + ".after", 0)) {
        result = int(code);
    } else if (needs != NOTHING && !driver.initialised) {
        result = NOT_INITIALIZED;
    } else if (needs == CONTEXT) {
        Context* context = current();
        result = context == nullptr ? INVALID_CONTEXT : context->lost;
    }
}

int guarded(const std::function<void()>& what) {
    try {
        what();
        return SUCCESS;
    } catch (const Fault& fault) {
        Driver::here().settings.log(std::to_string(fault.code) + " " + fault.text);
        return fault.code;
    }
}

Stream* Context::stream(void* handle) {
    if (handle == nullptr || handle == reinterpret_cast<void*>(1) || handle == reinterpret_cast<void*>(2)) {
        return &legacy;
    }
    auto found = streams.find(static_cast<Stream*>(handle));
    return found == streams.end() ? nullptr : found->first;
}

bool Context::isPinned(const void* host, size_t bytes) const {
    uint64_t address = reinterpret_cast<uint64_t>(host);
    auto after = pinned.upper_bound(address);
    if (after == pinned.begin()) {
        return false;
    }
    auto found = std::prev(after);
    return address + bytes <= found->first + found->second;
}

bool Context::isCapturing() const {
    return std::any_of(streams.begin(), streams.end(), [](const auto& each) { return each.first->capture != nullptr; });
}

int Context::breakCaptures(int code) {
    constexpr int RELAXED = 2;
    int answer = SUCCESS;
    for (const auto& each : streams) {
        if (each.first->capture != nullptr && (each.first->captureMode != RELAXED || code == CAPTURE_IMPLICIT)) {
            each.first->captureBroken = true;
            answer = code;
        }
    }
    return answer;
}

int Context::enqueue(Stream* stream, int nodeType, Job job) {
    if (stream->capture != nullptr) {
        if (stream->captureBroken) {
            return CAPTURE_INVALIDATED;
        }
        stream->capture->nodes.push_back(Node{std::move(job), nodeType});
        return SUCCESS;
    }
    if (stream == &legacy) {
        bool waits = std::any_of(streams.begin(), streams.end(),
            [](const auto& each) { return each.first->capture != nullptr && each.first->blocking; });
        if (waits) {
            return breakCaptures(CAPTURE_IMPLICIT);
        }
    }
    stream->queue.push_back(Work{++Driver::here().ticket, std::move(job)});
    return SUCCESS;
}

// The legacy stream waits for all blocking ones, and they for it.
void Context::drain(Stream& stream, uint64_t upTo) {
    while (!stream.queue.empty() && stream.queue.front().number <= upTo) {
        Work work = std::move(stream.queue.front());
        stream.queue.pop_front();
        if (&stream != &legacy && stream.blocking) {
            drain(legacy, work.number - 1);
        } else if (&stream == &legacy) {
            for (const auto& each : streams) {
                if (each.first->blocking) {
                    drain(*each.first, work.number - 1);
                }
            }
        }
        if (lost == SUCCESS) {
            lost = work.job();
        }
    }
}

void Context::drainAll() {
    drain(legacy, UINT64_MAX);
    for (const auto& each : streams) {
        drain(*each.first, UINT64_MAX);
    }
}

// Figures that a test reads as attributes of the device, from 900000 on.
int64_t Driver::figure(int which) {
    int64_t arrays = 0, pinnedArrays = 0, modules = 0, streams = 0, events = 0, graphs = 0, contexts = 0, waiting = 0;
    auto add = [&](Context& context) {
        contexts++;
        arrays += context.memory.live;
        pinnedArrays += int64_t(context.pinned.size());
        modules += int64_t(context.modules.size());
        streams += int64_t(context.streams.size());
        events += int64_t(context.events.size());
        graphs += int64_t(context.graphs.size() + context.execs.size());
        waiting += int64_t(context.legacy.queue.size());
        for (const auto& each : context.streams) {
            waiting += int64_t(each.first->queue.size());
        }
    };
    for (const auto& each : primary) {
        add(*each.second);
    }
    for (const auto& each : others) {
        add(*each.second);
    }
    const int64_t figures[] = {arrays, pinnedArrays, modules, streams, events, graphs, contexts, waiting,
        int64_t(launches), int64_t(steps / 1000)};
    return which < int(sizeof figures / sizeof figures[0]) ? figures[which] : -1;
}

}  // namespace standin
