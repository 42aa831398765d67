// Streams and events. Work waits in its stream until somebody asks for it to be done.
#include <chrono>

#include "driver.h"

using namespace standin;

static double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

constexpr unsigned NON_BLOCKING = 1;

EXPORT int cuStreamCreate(Stream** given, unsigned flags) {
    ENTER(CONTEXT)
    auto made = std::make_unique<Stream>();
    made->blocking = (flags & NON_BLOCKING) == 0;
    *given = current()->own(current()->streams, std::move(made));
    return SUCCESS;
}

EXPORT int cuStreamCreateWithPriority(Stream** given, unsigned flags, int) { return cuStreamCreate(given, flags); }

EXPORT int cuStreamDestroy_v2(Stream* stream) {
    ENTER(CONTEXT)
    if (current()->streams.count(stream) == 0) {
        return INVALID_HANDLE;
    }
    current()->drain(*stream, UINT64_MAX);
    for (const auto& each : current()->events) {
        if (each.first->stream == stream) {
            each.first->stream = nullptr;
        }
    }
    current()->streams.erase(stream);
    return current()->lost;
}

EXPORT int cuStreamSynchronize(void* handle) {
    ENTER(CONTEXT)
    Context& context = *current();
    Stream* stream = context.stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    if (stream->capture != nullptr) {
        stream->captureBroken = true;
        return CAPTURE_UNSUPPORTED;
    }
    if (int code = context.breakCaptures(CAPTURE_UNSUPPORTED)) {
        return code;
    }
    context.drain(*stream, UINT64_MAX);
    return context.lost;
}

// Answers once that it is not ready, so that nobody relies on being in time.
EXPORT int cuStreamQuery(void* handle) {
    ENTER(CONTEXT)
    Context& context = *current();
    Stream* stream = context.stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    if (stream->capture != nullptr) {
        stream->captureBroken = true;
        return CAPTURE_UNSUPPORTED;
    }
    bool waiting = !stream->queue.empty();
    context.drain(*stream, UINT64_MAX);
    return context.lost != SUCCESS ? context.lost : waiting ? NOT_READY : SUCCESS;
}

EXPORT int cuStreamGetFlags(void* handle, unsigned* flags) {
    ENTER(CONTEXT)
    Stream* stream = current()->stream(handle);
    *flags = stream != nullptr && !stream->blocking ? NON_BLOCKING : 0;
    return stream == nullptr ? INVALID_HANDLE : SUCCESS;
}

EXPORT int cuStreamGetPriority(void*, int* priority) {
    ENTER(CONTEXT)
    *priority = 0;
    return SUCCESS;
}

EXPORT int cuCtxGetStreamPriorityRange(int* least, int* greatest) {
    ENTER(CONTEXT)
    *least = 0;
    *greatest = 0;
    return SUCCESS;
}

EXPORT int cuStreamGetCtx(void*, Context** context) {
    ENTER(CONTEXT)
    *context = current();
    return SUCCESS;
}

EXPORT int cuStreamWaitEvent(void* handle, Event* event, unsigned) {
    ENTER(CONTEXT)
    Context* context = current();
    Stream* stream = context->stream(handle);
    if (stream == nullptr || context->events.count(event) == 0) {
        return INVALID_HANDLE;
    }
    if (event->captured != nullptr && event->captured != stream) {
        // a second stream joining a capture is more than the program does
        event->captured->captureBroken = true;
        return NOT_SUPPORTED;
    }
    if (stream->capture != nullptr || event->stream == nullptr) {
        return SUCCESS;
    }
    Stream* other = event->stream;
    uint64_t number = event->number;
    return context->enqueue(stream, 7, [=] {
        if (other == &context->legacy || context->streams.count(other) > 0) {
            context->drain(*other, number);
        }
        return SUCCESS;
    });
}

// --- events ----------------------------------------------------------------------------------------------------------

EXPORT int cuEventCreate(Event** given, unsigned) {
    ENTER(CONTEXT)
    *given = current()->own(current()->events, std::make_unique<Event>());
    return SUCCESS;
}

EXPORT int cuEventDestroy_v2(Event* event) {
    ENTER(CONTEXT)
    if (current()->events.count(event) == 0) {
        return INVALID_HANDLE;
    }
    if (event->stream != nullptr) {
        current()->drain(*event->stream, event->number);
    }
    current()->events.erase(event);
    return current()->lost;
}

EXPORT int cuEventRecord(Event* event, void* handle) {
    ENTER(CONTEXT)
    Context* context = current();
    Stream* stream = context->stream(handle);
    if (stream == nullptr || context->events.count(event) == 0) {
        return INVALID_HANDLE;
    }
    event->captured = stream->capture != nullptr ? stream : nullptr;
    if (event->captured != nullptr) {
        return SUCCESS;
    }
    int code = context->enqueue(stream, 6, [=] {
        if (context->events.count(event) > 0) {
            event->seconds = now();
        }
        return SUCCESS;
    });
    event->stream = stream;
    event->number = Driver::here().ticket;
    return code;
}

EXPORT int cuEventRecordWithFlags(Event* event, void* stream, unsigned) { return cuEventRecord(event, stream); }

// Whether the event's work still waits; it no longer does afterwards.
static int settled(Event* event, bool& waited) {
    Context& context = *current();
    if (context.events.count(event) == 0) {
        return INVALID_HANDLE;
    }
    if (event->captured != nullptr) {
        event->captured->captureBroken |= event->captured->capture != nullptr;
        return CAPTURE_UNSUPPORTED;
    }
    if (int code = context.breakCaptures(CAPTURE_UNSUPPORTED)) {
        return code;
    }
    Stream* stream = event->stream;
    waited = stream != nullptr && !stream->queue.empty() && stream->queue.front().number <= event->number;
    if (stream != nullptr) {
        context.drain(*stream, event->number);
    }
    return context.lost;
}

EXPORT int cuEventSynchronize(Event* event) {
    ENTER(CONTEXT)
    bool waited;
    return settled(event, waited);
}

EXPORT int cuEventQuery(Event* event) {
    ENTER(CONTEXT)
    bool waited = false;
    int code = settled(event, waited);
    return code != SUCCESS ? code : waited ? NOT_READY : SUCCESS;
}

EXPORT int cuEventElapsedTime(float* milliseconds, Event* from, Event* to) {
    ENTER(CONTEXT)
    if (current()->events.count(from) == 0 || current()->events.count(to) == 0) {
        return INVALID_HANDLE;
    }
    if (from->seconds == 0 || to->seconds == 0) {
        return from->number == 0 || to->number == 0 ? INVALID_HANDLE : NOT_READY;
    }
    *milliseconds = float((to->seconds - from->seconds) * 1000);
    return SUCCESS;
}
