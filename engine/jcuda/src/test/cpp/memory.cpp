#include "memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <sstream>

namespace standin {

void* pages(size_t bytes) {
    void* at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED) {
        throw std::bad_alloc();
    }
    return at;
}

void unpage(void* at, size_t bytes) { munmap(at, bytes); }

Marks::Marks(size_t bytes) : length((bytes / 4 + 1) * sizeof(Mark)) {
    written = static_cast<Mark*>(pages(length));
    read = static_cast<Mark*>(pages(length));
}

Marks::~Marks() {
    munmap(written, length);
    munmap(read, length);
}

Allocation::Allocation(uint64_t base, size_t size, std::string name)
    : base(base), size(size), data(static_cast<char*>(pages(size))), marks(size), name(std::move(name)) {}

Allocation::~Allocation() { munmap(data, size); }

void Allocation::markWritten(size_t offset, size_t bytes) {
    if (bytes > 0) {
        Mark* first = marks.written + offset / 4;
        std::fill(first, marks.written + (offset + bytes - 1) / 4 + 1, mark(HOST_EPOCH, 0, 0));
    }
}

int64_t Allocation::firstUnwritten(size_t offset, size_t bytes) const {
    for (size_t word = offset / 4; word * 4 < offset + bytes; word++) {
        if (marks.written[word] == 0) {
            return int64_t(word * 4);
        }
    }
    return -1;
}

Allocation* Memory::allocate(size_t bytes, const std::string& name, bool counts) {
    if (counts && bytes > capacity - std::min(capacity, used)) {
        return nullptr;
    }
    auto made = std::make_unique<Allocation>(next, bytes, name);
    Allocation* given = made.get();
    allocations[next] = std::move(made);
    // a gap, so that nothing lies where an array ends
    next += (bytes + 4095) / 4096 * 4096 + 65536;
    if (counts) {
        used += bytes;
        live++;
    }
    return given;
}

bool Memory::free(uint64_t address) {
    auto found = allocations.find(address);
    if (found == allocations.end() || !found->second->name.empty()) {
        return false;
    }
    used -= found->second->size;
    live--;
    freed[address] = found->second->size;
    allocations.erase(found);
    return true;
}

void Memory::drop(Allocation* array) {
    freed[array->base] = array->size;
    allocations.erase(array->base);
}

Allocation* Memory::starting(uint64_t address) {
    auto found = allocations.find(address);
    return found == allocations.end() ? nullptr : found->second.get();
}

Allocation* Memory::find(uint64_t address, size_t bytes) {
    auto after = allocations.upper_bound(address);
    if (after == allocations.begin()) {
        return nullptr;
    }
    Allocation* found = std::prev(after)->second.get();
    return found->holds(address, bytes) ? found : nullptr;
}

std::string Memory::explain(uint64_t address, size_t bytes) const {
    std::ostringstream said;
    said << std::hex << "0x" << address << std::dec;
    auto old = freed.upper_bound(address);
    if (old != freed.begin() && address - std::prev(old)->first < std::prev(old)->second) {
        said << " lies in an array of " << std::prev(old)->second << " bytes that has been freed";
        return said.str();
    }
    auto after = allocations.upper_bound(address);
    if (after != allocations.begin()) {
        const Allocation& before = *std::prev(after)->second;
        uint64_t offset = address - before.base;
        if (offset < before.size + 65536) {
            said << " (" << bytes << " bytes) lies " << offset << " bytes after the start of an array of "
                 << before.size << " bytes: outside it";
            return said.str();
        }
    }
    if (after != allocations.end() && after->first - address < 65536) {
        said << " lies " << after->first - address << " bytes before the start of an array";
        return said.str();
    }
    said << " lies in no array";
    return said.str();
}

}  // namespace standin
