// Device memory at addresses that the host cannot touch, with marks that tell who wrote and read what and when.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace standin {

// When and by whom memory was touched. Every block, and every stretch between two barriers of a block, is an epoch of
// its own; a launch and a block know their first.
struct Moment {
    uint32_t launch = 0, block = 0, epoch = 0;
};

// Fresh pages, all zero, that cost nothing until they are touched.
void* pages(size_t bytes);
void unpage(void* at, size_t bytes);

// 32 bits of epoch, one that says that other blocks of the launch did so too, 15 of the warp's meetings, 16 of the
// thread.
using Mark = uint64_t;
constexpr Mark OTHER_BLOCKS = 1ull << 31;
constexpr uint32_t WHOLE_WARP = 0x8000, SEVERAL_WARPS = 0xffff;
constexpr uint32_t HOST_EPOCH = 1;

inline Mark mark(uint32_t epoch, uint32_t meetings, uint32_t thread) {
    return Mark(epoch) << 32 | Mark(meetings & 0x7fff) << 16 | thread;
}

inline uint32_t epochOf(Mark m) { return uint32_t(m >> 32); }
inline uint32_t meetingsOf(Mark m) { return uint32_t(m >> 16) & 0x7fff; }
inline uint32_t threadOf(Mark m) { return uint32_t(m) & 0xffff; }

// Two marks for every four bytes.
struct Marks {
    Mark* written;
    Mark* read;

    explicit Marks(size_t bytes);
    ~Marks();
    Marks(const Marks&) = delete;

private:
    size_t length;
};

struct Allocation {
    uint64_t base;
    size_t size;
    char* data;
    Marks marks;
    bool constant = false;
    std::string name;

    Allocation(uint64_t base, size_t size, std::string name);
    ~Allocation();
    bool holds(uint64_t address, size_t bytes) const {
        return address - base < size && bytes <= size - (address - base);
    }
    void markWritten(size_t offset, size_t bytes);
    // The first byte of a range that nobody has written, or -1.
    int64_t firstUnwritten(size_t offset, size_t bytes) const;
};

constexpr uint64_t SHARED_WINDOW = 0x7c0100000000ull;
constexpr uint64_t LOCAL_WINDOW = 0x7c0200000000ull;
constexpr uint64_t WINDOW_BYTES = 0x100000000ull;

class Memory {
public:
    // Null when it is full.
    Allocation* allocate(size_t bytes, const std::string& name, bool counts);
    bool free(uint64_t address);
    // Takes away a variable of a module.
    void drop(Allocation* array);
    Allocation* find(uint64_t address, size_t bytes);
    // Says what is wrong with an address that find does not know.
    std::string explain(uint64_t address, size_t bytes) const;
    Allocation* starting(uint64_t address);

    size_t capacity = 0;
    size_t used = 0;
    int live = 0;
    // one clock for all contexts, since shared memory's marks outlive them
    static inline uint32_t epoch = HOST_EPOCH + 1;

private:
    std::map<uint64_t, std::unique_ptr<Allocation>> allocations;
    std::map<uint64_t, size_t> freed;
    uint64_t next = 0x7d0000000000ull;
};

}  // namespace standin
