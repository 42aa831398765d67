// Names of errors, and three doors for the stand-in of cuBLAS.
#include <cstring>

#include "driver.h"

using namespace standin;

struct Known {
    int code;
    const char* name;
    const char* text;
};

static const Known ERRORS[] = {
    {0, "CUDA_SUCCESS", "no error"},
    {1, "CUDA_ERROR_INVALID_VALUE", "invalid argument"},
    {2, "CUDA_ERROR_OUT_OF_MEMORY", "out of memory"},
    {3, "CUDA_ERROR_NOT_INITIALIZED", "initialization error"},
    {100, "CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"},
    {101, "CUDA_ERROR_INVALID_DEVICE", "invalid device ordinal"},
    {200, "CUDA_ERROR_INVALID_IMAGE", "device kernel image is invalid"},
    {201, "CUDA_ERROR_INVALID_CONTEXT", "invalid device context"},
    {209, "CUDA_ERROR_NO_BINARY_FOR_GPU", "no kernel image is available for execution on the device"},
    {218, "CUDA_ERROR_INVALID_PTX", "a PTX JIT compilation failed"},
    {222, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION", "the provided PTX was compiled with an unsupported toolchain."},
    {400, "CUDA_ERROR_INVALID_HANDLE", "invalid resource handle"},
    {401, "CUDA_ERROR_ILLEGAL_STATE", "the operation cannot be performed in the present state"},
    {500, "CUDA_ERROR_NOT_FOUND", "named symbol not found"},
    {600, "CUDA_ERROR_NOT_READY", "device not ready"},
    {700, "CUDA_ERROR_ILLEGAL_ADDRESS", "an illegal memory access was encountered"},
    {702, "CUDA_ERROR_LAUNCH_TIMEOUT", "the launch timed out and was terminated"},
    {716, "CUDA_ERROR_MISALIGNED_ADDRESS", "misaligned address"},
    {719, "CUDA_ERROR_LAUNCH_FAILED", "unspecified launch failure"},
    {801, "CUDA_ERROR_NOT_SUPPORTED", "operation not supported"},
    {803, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH", "system has unsupported display driver / cuda driver combination"},
    {900, "CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED", "operation not permitted when stream is capturing"},
    {901, "CUDA_ERROR_STREAM_CAPTURE_INVALIDATED", "operation failed due to a previous error during capture"},
    {903, "CUDA_ERROR_STREAM_CAPTURE_UNMATCHED", "capture was not initiated in this stream"},
    {906, "CUDA_ERROR_STREAM_CAPTURE_IMPLICIT",
        "operation would make the legacy stream depend on a capturing blocking stream"},
    {999, "CUDA_ERROR_UNKNOWN", "unknown error"},
};

static const Known* known(int code) {
    for (const Known& each : ERRORS) {
        if (each.code == code) {
            return &each;
        }
    }
    return nullptr;
}

EXPORT int cuGetErrorName(int code, const char** name) {
    const Known* found = known(code);
    *name = found == nullptr ? nullptr : found->name;
    return found == nullptr ? INVALID_VALUE : SUCCESS;
}

EXPORT int cuGetErrorString(int code, const char** text) {
    const Known* found = known(code);
    *text = found == nullptr ? nullptr : found->text;
    return found == nullptr ? INVALID_VALUE : SUCCESS;
}

// Puts work into a stream, so that cuBLAS is captured and waits like a kernel.
EXPORT int chainboardEnqueue(void* handle, const Job& job) {
    ENTER(CONTEXT)
    Stream* stream = current()->stream(handle);
    return stream == nullptr ? int(INVALID_HANDLE) : current()->enqueue(stream, 0, job);
}

EXPORT void chainboardLog(const char* what) { Driver::here().settings.log(what); }

// The bytes of an array on the device for work that runs now; null, with a line in the log, where there is a fault.
EXPORT char* chainboardBytes(DevicePointer address, size_t bytes, bool reads, bool writes) {
    Context& context = *current();
    Driver& driver = Driver::here();
    Allocation* array = context.memory.find(address, bytes);
    if (array == nullptr) {
        driver.settings.log("700 cuBLAS: " + context.memory.explain(address, bytes));
        return nullptr;
    }
    size_t offset = address - array->base;
    if (reads && array->firstUnwritten(offset, bytes) >= 0) {
        driver.settings.log("700 cuBLAS reads what nobody has written");
        return nullptr;
    }
    if (writes) {
        array->markWritten(offset, bytes);
    }
    return array->data + offset;
}
