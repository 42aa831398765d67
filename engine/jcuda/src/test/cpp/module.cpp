// Declarations of a module: version and target, variables, functions and their parameters.
#include <algorithm>
#include <sstream>

#include "ptx.h"

namespace standin {

// JCuda 12.6's own assembler reads up to 8.0, and so does the oldest driver that it can use.
constexpr int NEWEST_VERSION = 80;

Reader::Reader(const std::string& text, Memory& memory, int capability)
    : all(tokens(text)), memory(memory), capability(capability) {
    std::istringstream in(text);
    for (std::string each; std::getline(in, each);) {
        size_t start = each.find_first_not_of(" \t");
        program.lines.push_back(start == std::string::npos ? "" : each.substr(start));
    }
    std::fill_n(program.specials, int(SPECIALS), -1);
    carry = allocate(Type{'p', 1});
}

const Token& Reader::peek(int ahead) const { return all[std::min(at + ahead, all.size() - 1)]; }

Token Reader::next() {
    Token token = peek();
    line = token.line;
    if (at + 1 < all.size()) {
        at++;
    }
    return token;
}

bool Reader::take(const std::string& text) {
    if (peek().text != text) {
        return false;
    }
    next();
    return true;
}

void Reader::expect(const std::string& text) {
    if (!take(text)) {
        refuse(peek().line, "expected '" + text + "', found '" + peek().text + "'");
    }
}

int64_t Reader::number() {
    bool minus = take("-");
    Token token = next();
    try {
        int64_t value = int64_t(std::stoull(token.text, nullptr, 0));
        return minus ? -value : value;
    } catch (const std::exception&) {
        refuse(token.line, "expected a number, found '" + token.text + "'");
    }
}

Program Reader::read() {
    header();
    while (!peek().text.empty()) {
        Token token = next();
        if (token.text == ".entry" || token.text == ".func") {
            function(token.text == ".entry");
        } else if (token.text == ".global" || token.text == ".const" || token.text == ".shared") {
            variable(token.text.substr(1));
        } else if (token.text != ".visible" && token.text != ".extern" && token.text != ".weak") {
            refuse(token.line, "'" + token.text + "' is not known here");
        }
    }
    resolve();
    program.registerBytes = registerTop;
    program.localBytes = (localTop + 15) / 16 * 16;
    return std::move(program);
}

void Reader::header() {
    expect(".version");
    std::string version = next().text;
    size_t point = version.find('.');
    if (point == std::string::npos) {
        refuse(line, "the version is missing");
    }
    if (std::stoi(version) * 10 + std::stoi(version.substr(point + 1)) > NEWEST_VERSION) {
        refuse(line, "the driver is too old for PTX of version " + version, 222);
    }
    expect(".target");
    std::string target = next().text;
    if (target.rfind("sm_", 0) != 0) {
        refuse(line, "the target " + target + " is not known");
    }
    if (std::stoi(target.substr(3)) > capability) {
        refuse(line, "the GPU is too old for " + target, 209);
    }
    expect(".address_size");
    if (number() != 64) {
        refuse(line, "addresses have 64 bits");
    }
}

// ".align 4 .b8 name[28]": what follows the space; name, type and alignment are given back.
Variable Reader::declared(std::string& name, Type& type, int& align) {
    align = 0;
    while (peek().text == ".align" || peek().text == ".ptr" || peek().text == ".global") {
        if (next().text == ".align") {
            align = int(number());
        }
    }
    std::string word = next().text;
    if (word == ".v2" || word == ".v4") {
        refuse(line, "variables of vector type are not known here");
    }
    type = typeOf(word.substr(1), line);
    while (take(".ptr") || take(".global") || take(".shared")) {
    }
    if (take(".align")) {
        number();
    }
    name = next().text;
    Variable made;
    made.bytes = type.bytes();
    if (take("[")) {
        made.bytes *= peek().text == "]" ? 0 : int(number());
        expect("]");
    }
    align = std::max({align, type.bytes(), 1});
    return made;
}

void Reader::variable(const std::string& space) {
    std::string name;
    Type type;
    int align;
    Variable made = declared(name, type, align);
    made.space = space;
    if (space == "shared") {
        if (made.bytes == 0) {
            made.space = "dynamic";
        } else {
            moduleShared = (moduleShared + align - 1) / align * align;
            made.address = uint64_t(moduleShared);
            moduleShared += made.bytes;
        }
    } else {
        Allocation* place = memory.allocate(size_t(made.bytes), name, false);
        place->markWritten(0, place->size);
        place->constant = space == "const";
        globals[name] = place;
        made.address = place->base;
        if (take("=")) {
            initialise(place, type);
        }
    }
    expect(";");
    variables[name] = made;
}

void Reader::initialise(Allocation* to, Type type) {
    bool list = take("{");
    size_t offset = 0;
    do {
        Operand value = operand();
        uint64_t bits = bitsFor(value, type);
        if (value.is != Operand::NUMBER || offset + size_t(type.bytes()) > to->size) {
            refuse(line, "a variable is given something else than numbers, or too many");
        }
        std::memcpy(to->data + offset, &bits, size_t(type.bytes()));
        offset += size_t(type.bytes());
    } while (take(","));
    if (list) {
        expect("}");
    }
}

// "(.param .b64 a, .param .align 8 .b8 b[16])": parameters or results of a function, each in registers of its own.
std::vector<Variable> Reader::slots(const std::string& function, const char* what) {
    std::vector<Variable> made;
    Callable& callable = callables[function];
    auto& known = std::string(what) == "results" ? callable.results : callable.parameters;
    expect("(");
    while (!take(")")) {
        expect(".param");
        std::string name;
        Type type;
        int align;
        Variable each = declared(name, type, align);
        each.space = "slot";
        size_t number = made.size();
        if (number < known.size()) {
            each.address = known[number].address;
        } else {
            each.address = uint64_t(registerTop);
            for (int b = 0; b < each.bytes; b += 4) {
                allocate(Type{'b', 64});
            }
        }
        made.push_back(each);
        localVariables.back()[name] = each;
        take(",");
    }
    known = made;
    return made;
}

void Reader::entryParameters(Entry& made) {
    int top = 0;
    if (!take("(")) {
        return;
    }
    while (!take(")")) {
        expect(".param");
        std::string name;
        Type type;
        int align;
        Variable each = declared(name, type, align);
        top = (top + align - 1) / align * align;
        each.space = "param";
        each.address = uint64_t(top);
        made.params.push_back(Param{top, each.bytes});
        top += each.bytes;
        localVariables.back()[name] = each;
        take(",");
    }
    made.paramBytes = top;
}

// ".maxntid 128, 1, 1" and the like.
void Reader::limits(Entry& made) {
    while (peek().text.rfind('.', 0) == 0) {
        std::string word = next().text;
        if (word == ".noreturn") {
            continue;
        }
        if (word != ".maxntid" && word != ".reqntid" && word != ".minnctapersm" && word != ".maxnreg") {
            refuse(line, "'" + word + "' is not known here");
        }
        int64_t product = number();
        while (take(",")) {
            product *= number();
        }
        if (word == ".maxntid" || word == ".reqntid") {
            made.mostThreads = int(product);
        }
    }
}

void Reader::function(bool entry) {
    localVariables.assign(1, {});
    std::string name;
    Entry made;
    if (entry) {
        name = made.name = next().text;
        entryParameters(made);
    } else {
        size_t results = at;
        if (peek().text == "(") {
            while (next().text != ")") {
            }
        }
        name = next().text;
        size_t after = at;
        callables[name].declared = true;
        if (after > results + 1) {
            at = results;
            slots(name, "results");
            at = after;
        }
        if (peek().text == "(") {
            slots(name, "parameters");
        }
    }
    limits(made);
    if (take(";")) {
        return;
    }
    made.start = int(program.code.size());
    inEntry = entry;
    sharedTop = moduleShared;
    if (!entry) {
        callables[name].start = made.start;
    }
    body(name);
    made.sharedBytes = sharedTop;
    if (entry) {
        program.entries.push_back(made);
    }
}

// Calls may name functions that come later.
void Reader::resolve() {
    for (const Jump& call : calls) {
        int start = callables[call.label].start;
        if (start < 0) {
            refuse(call.line, "the function " + call.label + " has no body");
        }
        program.code[size_t(call.at)].target = start;
    }
}

}  // namespace standin
