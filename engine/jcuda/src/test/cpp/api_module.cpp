// Modules, functions, launches.
#include <algorithm>
#include <cstring>

#include "driver.h"
#include "ptx.h"

using namespace standin;

constexpr int LOG_BUFFER = 5, LOG_SIZE = 6;
constexpr size_t SHARED_WITHOUT_ASKING = 49152;

// Gives what the reader has to say to the log that the caller may have asked for.
static void tell(const std::string& what, unsigned count, const int* options, void* const* values) {
    char* buffer = nullptr;
    size_t size = 0;
    for (unsigned i = 0; i < count; i++) {
        if (options[i] == LOG_BUFFER) {
            buffer = static_cast<char*>(values[i]);
        } else if (options[i] == LOG_SIZE) {
            size = reinterpret_cast<size_t>(values[i]);
        }
    }
    if (buffer != nullptr && size > 0) {
        std::strncpy(buffer, what.c_str(), size - 1);
        buffer[size - 1] = 0;
    }
}

EXPORT int cuModuleLoadDataEx(Module** given, const void* image, unsigned count, int* options, void** values) {
    ENTER(CONTEXT)
    Context& context = *current();
    if (int code = context.breakCaptures(CAPTURE_UNSUPPORTED)) {
        return code;
    }
    auto made = std::make_unique<Module>();
    try {
        Reader reader(static_cast<const char*>(image), context.memory, Driver::here().capability());
        made->program = reader.read();
        made->globals = reader.globals;
    } catch (const Refusal& refusal) {
        Driver::here().settings.log(std::to_string(refusal.code) + " " + refusal.text);
        tell(refusal.text, count, options, values);
        return refusal.code;
    } catch (const std::exception& other) {
        Driver::here().settings.log(std::string("218 PTX that cannot be read: ") + other.what());
        return INVALID_PTX;
    }
    *given = context.own(context.modules, std::move(made));
    return SUCCESS;
}

EXPORT int cuModuleLoadData(Module** given, const void* image) {
    return cuModuleLoadDataEx(given, image, 0, nullptr, nullptr);
}

EXPORT int cuModuleUnload(Module* module) {
    ENTER(CONTEXT)
    if (current()->modules.count(module) == 0) {
        return INVALID_HANDLE;
    }
    current()->drainAll();
    for (const auto& each : module->globals) {
        current()->memory.drop(each.second);
    }
    current()->modules.erase(module);
    return current()->lost;
}

EXPORT int cuModuleGetFunction(Function** given, Module* module, const char* name) {
    ENTER(CONTEXT)
    if (current()->modules.count(module) == 0) {
        return INVALID_HANDLE;
    }
    std::unique_ptr<Function>& function = module->functions[name];
    if (function == nullptr) {
        const auto& entries = module->program.entries;
        auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.name == name; });
        if (found == entries.end()) {
            module->functions.erase(name);
            Driver::here().settings.log(std::string("500 the module has no kernel called ") + name);
            return NOT_FOUND;
        }
        function = std::make_unique<Function>(Function{module, &*found});
    }
    *given = function.get();
    return SUCCESS;
}

EXPORT int cuModuleGetGlobal_v2(DevicePointer* address, size_t* bytes, Module* module, const char* name) {
    ENTER(CONTEXT)
    if (current()->modules.count(module) == 0) {
        return INVALID_HANDLE;
    }
    auto found = module->globals.find(name);
    if (found == module->globals.end()) {
        return NOT_FOUND;
    }
    *address = found->second->base;
    *bytes = found->second->size;
    return SUCCESS;
}

EXPORT int cuFuncGetAttribute(int* value, int attribute, Function* function) {
    ENTER(CONTEXT)
    const int known[] = {1024, function->entry->sharedBytes, 0, function->module->program.localBytes, 32, 80,
        Driver::here().capability()};
    *value = attribute == 8 ? function->mostDynamic : attribute >= 0 && attribute < 7 ? known[attribute] : 0;
    return SUCCESS;
}

EXPORT int cuFuncSetAttribute(Function* function, int attribute, int value) {
    ENTER(CONTEXT)
    if (attribute == 8 && value + function->entry->sharedBytes > 101376) {
        return INVALID_VALUE;
    }
    function->mostDynamic = attribute == 8 ? value : function->mostDynamic;
    return SUCCESS;
}

EXPORT int cuFuncSetCacheConfig(Function*, int) {
    ENTER(CONTEXT)
    return SUCCESS;
}

EXPORT int cuFuncGetModule(Module** module, Function* function) {
    ENTER(CONTEXT)
    *module = function->module;
    return SUCCESS;
}

// --- launches --------------------------------------------------------------------------------------------------------

static std::string badLaunch(const Function& function, const Grid& grid, const Grid& block, size_t dynamic) {
    auto said = [](const Grid& g) {
        return std::to_string(g.x) + " x " + std::to_string(g.y) + " x " + std::to_string(g.z);
    };
    uint64_t threads = uint64_t(block.x) * block.y * block.z;
    if (threads > uint64_t(function.entry->mostThreads) || block.x > 1024 || block.y > 1024 || block.z > 64) {
        return "a block of " + said(block) + " threads is too large";
    }
    if (block.x == 0 || block.y == 0 || block.z == 0 || grid.x == 0 || grid.y == 0 || grid.z == 0) {
        return "nothing to launch: " + said(grid) + " blocks of " + said(block) + " threads";
    }
    if (grid.x > INT32_MAX || grid.y > 65535 || grid.z > 65535) {
        return "a grid of " + said(grid) + " blocks is too large";
    }
    size_t most = std::max(SHARED_WITHOUT_ASKING, size_t(function.mostDynamic + function.entry->sharedBytes));
    if (size_t(function.entry->sharedBytes) + dynamic > most) {
        return std::to_string(function.entry->sharedBytes + dynamic) + " bytes of shared memory are too many";
    }
    return "";
}

static int runLaunch(Context* context, Launch& launch) {
    Driver& driver = Driver::here();
    int64_t lose = driver.settings.number("loseAfterLaunches", -1);
    if (lose >= 0 && int64_t(driver.launches) >= lose) {
        return int(driver.settings.number("loseWith", LAUNCH_FAILED));
    }
    driver.launches++;
    launch.memory = &context->memory;
    launch.last = nullptr;
    launch.wrong = uint32_t(driver.settings.number("wrong", 0));
    launch.steps = 0;
    int code = guarded([&] {
        launch.run(driver.settings.text("order", "forward"), uint64_t(driver.settings.number("steps", 4000000000)));
    });
    driver.steps += launch.steps;
    return code;
}

int standin::launchKernel(Function* function, Grid grid, Grid block, unsigned shared, void* handle, void** params) {
    Context* context = current();
    Stream* stream = context->stream(handle);
    bool known = std::any_of(context->modules.begin(), context->modules.end(), [&](const auto& module) {
        const auto& all = module.first->functions;
        return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.second.get() == function; });
    });
    if (stream == nullptr || !known) {
        return INVALID_HANDLE;
    }
    const Entry& entry = *function->entry;
    std::string bad = badLaunch(*function, grid, block, shared);
    if (!bad.empty() || (params == nullptr && !entry.params.empty())) {
        Driver::here().settings.log("1 " + entry.name + ": " + (bad.empty() ? "no parameters" : bad));
        return INVALID_VALUE;
    }
    auto launch = std::make_shared<Launch>();
    launch->program = &function->module->program;
    launch->entry = &entry;
    launch->grid = grid;
    launch->block = block;
    launch->dynamicShared = int(shared);
    launch->params.resize(size_t(entry.paramBytes) + 8);
    for (size_t i = 0; i < entry.params.size(); i++) {
        std::memcpy(launch->params.data() + entry.params[i].offset, params[i], size_t(entry.params[i].size));
    }
    return context->enqueue(stream, 0, [context, launch] { return runLaunch(context, *launch); });
}

EXPORT int cuLaunchKernel(Function* function, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX,
    unsigned blockY, unsigned blockZ, unsigned shared, void* stream, void** params, void** extra) {
    ENTER(CONTEXT)
    if (extra != nullptr) {
        return NOT_SUPPORTED;
    }
    return launchKernel(function, Grid{gridX, gridY, gridZ}, Grid{blockX, blockY, blockZ}, shared, stream, params);
}
