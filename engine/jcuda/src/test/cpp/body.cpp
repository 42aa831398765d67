// Statements inside a function: registers, variables, labels, and the operands of instructions.
#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "ptx.h"

namespace standin {

void Reader::body(const std::string& name) {
    expect("{");
    scopes.assign(1, {});
    ranges.assign(1, {});
    labels.clear();
    targets.clear();
    jumps.clear();
    tableJumps.clear();
    size_t outer = localVariables.size();
    while (localVariables.size() >= outer) {
        if (peek().text.empty()) {
            refuse(line, "the function " + name + " does not end");
        }
        if (take("}")) {
            localVariables.pop_back();
            scopes.pop_back();
            ranges.pop_back();
        } else if (take("{")) {
            localVariables.emplace_back();
            scopes.emplace_back();
            ranges.emplace_back();
        } else {
            statement();
        }
    }
    // a body that runs out returns
    emit(nullptr).kind = Kind::RETURN;
    auto place = [&](const std::string& label, int where) {
        auto found = labels.find(label);
        if (found == labels.end()) {
            refuse(where, "the label " + label + " is not there");
        }
        return found->second;
    };
    for (const Jump& jump : jumps) {
        program.code[size_t(jump.at)].target = place(jump.label, jump.line);
    }
    for (const auto& jump : tableJumps) {
        std::vector<int> table;
        for (const std::string& label : targets[jump.second.first]) {
            table.push_back(place(label, jump.second.second));
        }
        program.code[size_t(jump.first)].imm = int64_t(program.tables.size());
        program.tables.push_back(table);
    }
}

void Reader::statement() {
    if (peek().text[0] == '.') {
        directive();
        return;
    }
    if (peek(1).text == ":") {
        std::string label = next().text;
        next();
        if (take(".branchtargets")) {
            do {
                targets[label].push_back(next().text);
            } while (take(","));
            expect(";");
        } else {
            labels[label] = int(program.code.size());
        }
        return;
    }
    instruction();
}

void Reader::directive() {
    std::string word = next().text;
    if (word == ".reg") {
        registers();
        return;
    }
    if (word == ".pragma") {
        next();
        expect(";");
        return;
    }
    if (word == ".loc") {
        for (int here = line; peek().line == here; next()) {
        }
        return;
    }
    if (word != ".local" && word != ".shared" && word != ".param") {
        refuse(line, "'" + word + "' is not known here");
    }
    std::string name;
    Type type;
    int align;
    Variable made = declared(name, type, align);
    made.space = word == ".param" ? "slot" : word.substr(1);
    if (word == ".param") {
        made.address = uint64_t(registerTop);
        for (int b = 0; b < made.bytes; b += 4) {
            allocate(Type{'b', 64});
        }
    } else {
        if (word == ".shared" && !inEntry) {
            refuse(line, "shared memory of a function that is called");
        }
        int& top = word == ".local" ? localTop : sharedTop;
        top = (top + align - 1) / align * align;
        made.address = uint64_t(top);
        top += made.bytes;
    }
    expect(";");
    localVariables.back()[name] = made;
}

void Reader::registers() {
    Type type = typeOf(next().text.substr(1), line);
    do {
        std::string name = next().text;
        if (take("<")) {
            number();
            expect(">");
            ranges.back()[name] = type;
        } else {
            scopes.back()[name] = Register{-1, type};
        }
    } while (take(","));
    expect(";");
}

void Reader::instruction() {
    guard.clear();
    guardNot = false;
    if (take("@")) {
        guardNot = take("!");
        guard = next().text;
    }
    Token word = next();
    std::vector<std::string> parts;
    for (size_t start = 0; start <= word.text.size();) {
        size_t end = std::min(word.text.find('.', start), word.text.size());
        parts.push_back(word.text.substr(start, end - start));
        start = end + 1;
    }
    std::vector<Operand> operands;
    int where = word.line;
    if (parts[0] == "call") {
        line = where;
        decodeCall();
        return;
    }
    while (!take(";")) {
        if (peek().text.empty()) {
            refuse(where, "an instruction does not end");
        }
        operands.push_back(operand());
        take(",");
    }
    line = where;
    decode(parts, operands);
}

Operand Reader::operand() {
    if (take("[")) {
        return addressOperand();
    }
    if (take("{")) {
        return vectorOperand();
    }
    if (take("-")) {
        return numberOperand(true);
    }
    if (std::isdigit(static_cast<unsigned char>(peek().text[0]))) {
        return numberOperand(false);
    }
    Operand made;
    made.negated = take("!");
    made.text = next().text;
    if (take("|")) {
        made.second = next().text;
    }
    if (take("+")) {
        made.bits = uint64_t(number());
    }
    return made;
}

Operand Reader::addressOperand() {
    Operand made;
    made.is = Operand::ADDRESS;
    made.text = next().text;
    if (take("+")) {
        made.bits = uint64_t(number());
    } else if (peek().text == "-") {
        made.bits = uint64_t(number());
    }
    expect("]");
    return made;
}

Operand Reader::vectorOperand() {
    Operand made;
    made.is = Operand::VECTOR;
    do {
        made.parts.push_back(operand());
    } while (take(","));
    expect("}");
    return made;
}

// 12, 017, 0x1f, 0b101, each with a U behind it or not
static uint64_t wholeNumber(const std::string& text) {
    std::string digits = text.back() == 'U' ? text.substr(0, text.size() - 1) : text;
    bool binary = digits.rfind("0b", 0) == 0 || digits.rfind("0B", 0) == 0;
    size_t read = 0;
    uint64_t value = std::stoull(binary ? digits.substr(2) : digits, &read, binary ? 2 : 0);
    if (read + (binary ? 2 : 0) != digits.size()) {
        throw std::invalid_argument(text);
    }
    return value;
}

// A whole number, 0f3F800000 or 0d3FF0000000000000.
Operand Reader::numberOperand(bool minus) {
    Operand made;
    made.is = Operand::NUMBER;
    made.text = next().text;
    std::string digits = made.text;
    char second = digits.size() > 2 && digits[0] == '0' ? digits[1] : '0';
    try {
        if (second == 'f' || second == 'F' || second == 'd' || second == 'D') {
            made.letter = second == 'f' || second == 'F' ? 'f' : 'd';
            made.bits = std::stoull(digits.substr(2), nullptr, 16);
        } else {
            made.bits = wholeNumber(digits);
        }
    } catch (const std::exception&) {
        refuse(line, "'" + digits + "' is no number");
    }
    if (minus && made.letter == 'i') {
        made.bits = ~made.bits + 1;
    } else if (minus) {
        made.bits ^= made.letter == 'f' ? 1ull << 31 : 1ull << 63;
    }
    return made;
}

// --- places ----------------------------------------------------------------------------------------------------------

int Reader::allocate(Type type) {
    if (type.letter == 'p') {
        if (predicateTop == predicateEnd) {
            predicateTop = registerTop;
            predicateEnd = registerTop += 128;
        }
        predicateTop += 4;
        return predicateTop - 4;
    }
    registerTop += type.wide() ? 256 : 128;
    return registerTop - (type.wide() ? 256 : 128);
}

const Register* Reader::findRegister(const std::string& name) {
    for (size_t depth = scopes.size(); depth-- > 0;) {
        auto found = scopes[depth].find(name);
        if (found != scopes[depth].end()) {
            if (found->second.place < 0) {
                found->second.place = allocate(found->second.type);
            }
            return &found->second;
        }
        size_t digits = name.find_last_not_of("0123456789") + 1;
        auto range = ranges[depth].find(name.substr(0, digits));
        if (range != ranges[depth].end() && digits < name.size()) {
            return &(scopes[depth][name] = Register{allocate(range->second), range->second});
        }
    }
    return nullptr;
}

const Variable* Reader::findVariable(const std::string& name) const {
    for (size_t depth = localVariables.size(); depth-- > 0;) {
        auto found = localVariables[depth].find(name);
        if (found != localVariables[depth].end()) {
            return &found->second;
        }
    }
    auto found = variables.find(name);
    return found == variables.end() ? nullptr : &found->second;
}

int Reader::special(const std::string& name) {
    static const char* const NAMES[SPECIALS] = {"%tid.x", "%tid.y", "%tid.z", "%ntid.x", "%ntid.y", "%ntid.z",
        "%ctaid.x", "%ctaid.y", "%ctaid.z", "%nctaid.x", "%nctaid.y", "%nctaid.z", "%laneid", "%warpid",
        "%lanemask_eq", "%lanemask_lt", "%lanemask_le", "%lanemask_gt", "%lanemask_ge", "%dynamic"};
    for (int which = 0; which < SPECIALS; which++) {
        if (name == NAMES[which]) {
            int& place = program.specials[which];
            place = place < 0 ? allocate(Type{'u', 32}) : place;
            return place;
        }
    }
    return -1;
}

// The same number in every lane.
int Reader::constant(uint64_t bits, bool wide) {
    auto key = std::make_pair(wide ? bits : bits & 0xffffffffu, wide);
    auto found = constants.find(key);
    if (found != constants.end()) {
        return found->second;
    }
    int place = ~int(program.constants.size());
    constants[key] = place;
    for (int i = 0; i < LANES; i++) {
        const char* from = reinterpret_cast<const char*>(&key.first);
        program.constants.insert(program.constants.end(), from, from + (wide ? 8 : 4));
    }
    return place;
}

uint64_t Reader::bitsFor(const Operand& op, Type type) {
    if (type.letter != 'f' || op.letter == 'i') {
        return op.bits;
    }
    if (type.bits == 32 && op.letter == 'd') {
        double value;
        std::memcpy(&value, &op.bits, 8);
        float narrow = float(value);
        uint32_t bits;
        std::memcpy(&bits, &narrow, 4);
        return bits;
    }
    return op.bits;
}

}  // namespace standin
