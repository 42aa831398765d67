// What the stand-in does not do: 801, CUDA_ERROR_NOT_SUPPORTED.
#include "driver.h"

#define STUB(NAME) \
    EXPORT int NAME() { return standin::notPart(#NAME); }

namespace standin {

static int notPart(const char* name) {
    Driver::here().settings.log(std::string("801 ") + name + " is not part of the stand-in");
    return NOT_SUPPORTED;
}

}  // namespace standin

#include "stubs.inc"
