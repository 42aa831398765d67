// Capture of a stream into a graph, and graphs.
#include "driver.h"

using namespace standin;

EXPORT int cuStreamBeginCapture_v2(void* handle, int mode) {
    ENTER(CONTEXT)
    Stream* stream = current()->stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    if (stream == &current()->legacy) {
        return CAPTURE_UNSUPPORTED;
    }
    if (stream->capture != nullptr) {
        return ILLEGAL_STATE;
    }
    stream->capture = current()->own(current()->graphs, std::make_unique<Graph>());
    stream->captureMode = mode;
    stream->captureBroken = false;
    return SUCCESS;
}

EXPORT int cuStreamEndCapture(void* handle, Graph** given) {
    ENTER(CONTEXT)
    Stream* stream = current()->stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    if (stream->capture == nullptr) {
        return ILLEGAL_STATE;
    }
    Graph* graph = stream->capture;
    stream->capture = nullptr;
    for (const auto& each : current()->events) {
        if (each.first->captured == stream) {
            each.first->captured = nullptr;
        }
    }
    if (stream->captureBroken) {
        current()->graphs.erase(graph);
        *given = nullptr;
        return CAPTURE_INVALIDATED;
    }
    *given = graph;
    return SUCCESS;
}

EXPORT int cuStreamIsCapturing(void* handle, int* status) {
    ENTER(CONTEXT)
    Stream* stream = current()->stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    *status = stream->capture == nullptr ? 0 : stream->captureBroken ? 2 : 1;
    return SUCCESS;
}

EXPORT int cuThreadExchangeStreamCaptureMode(int* mode) {
    ENTER(CONTEXT)
    *mode = 0;
    return SUCCESS;
}

EXPORT int cuGraphCreate(Graph** given, unsigned flags) {
    ENTER(CONTEXT)
    if (flags != 0) {
        return INVALID_VALUE;
    }
    *given = current()->own(current()->graphs, std::make_unique<Graph>());
    return SUCCESS;
}

static bool isGraph(Graph* graph) { return current()->graphs.count(graph) > 0; }

EXPORT int cuGraphDestroy(Graph* graph) {
    ENTER(CONTEXT)
    return current()->graphs.erase(graph) > 0 ? SUCCESS : INVALID_VALUE;
}

EXPORT int cuGraphGetNodes(Graph* graph, Node** nodes, size_t* count) {
    ENTER(CONTEXT)
    if (!isGraph(graph)) {
        return INVALID_VALUE;
    }
    size_t there = graph->nodes.size();
    if (nodes != nullptr) {
        for (size_t i = 0; i < *count; i++) {
            nodes[i] = i < there ? &graph->nodes[i] : nullptr;
        }
    }
    *count = nodes == nullptr ? there : std::min(*count, there);
    return SUCCESS;
}

EXPORT int cuGraphNodeGetType(Node* node, int* type) {
    ENTER(CONTEXT)
    *type = node->type;
    return SUCCESS;
}

EXPORT int cuGraphInstantiateWithFlags(GraphExec** given, Graph* graph, unsigned long long) {
    ENTER(CONTEXT)
    if (!isGraph(graph)) {
        return INVALID_VALUE;
    }
    auto made = std::make_unique<GraphExec>();
    made->nodes = std::make_shared<std::vector<Node>>(graph->nodes);
    *given = current()->own(current()->execs, std::move(made));
    return SUCCESS;
}

static bool isExec(GraphExec* exec) { return current()->execs.count(exec) > 0; }

EXPORT int cuGraphExecDestroy(GraphExec* exec) {
    ENTER(CONTEXT)
    return current()->execs.erase(exec) > 0 ? SUCCESS : INVALID_VALUE;
}

EXPORT int cuGraphUpload(GraphExec* exec, void* stream) {
    ENTER(CONTEXT)
    return isExec(exec) && current()->stream(stream) != nullptr ? SUCCESS : INVALID_VALUE;
}

EXPORT int cuGraphLaunch(GraphExec* exec, void* handle) {
    ENTER(CONTEXT)
    Stream* stream = current()->stream(handle);
    if (!isExec(exec) || stream == nullptr) {
        return INVALID_VALUE;
    }
    auto nodes = exec->nodes;
    return current()->enqueue(stream, 4, [nodes] {
        for (const Node& node : *nodes) {
            if (int code = node.job()) {
                return code;
            }
        }
        return int(SUCCESS);
    });
}
