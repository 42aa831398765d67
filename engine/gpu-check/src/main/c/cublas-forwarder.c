/* A libcublas.so.12 that passes every call on to the cuBLAS of CUDA 13 in FOLDER. Arguments are left where they are: each
 * function is one jump. A function that is not there answers “not supported”, and so do all where there is no library. */
#include <dlfcn.h>
#include <stddef.h>

static int not_supported(void) { return 15; }

#define F(name)                                                                                                      \
    __attribute__((visibility("hidden"))) void *to_##name = (void *)not_supported;                                  \
    __asm__(".pushsection .text\n.globl " #name "\n.type " #name ", @function\n" #name ": jmp *to_" #name            \
            "(%rip)\n.popsection\n");
#include "cublas-functions.inc"
#undef F

__attribute__((constructor)) static void bind(void) {
    dlopen(FOLDER "/libcublasLt.so.13", RTLD_NOW | RTLD_GLOBAL);
    void *library = dlopen(FOLDER "/libcublas.so.13", RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) {
        return;
    }
    void *found;
#define F(name) if ((found = dlsym(library, #name)) != NULL) to_##name = found;
#include "cublas-functions.inc"
}
