// Instructions: which handler runs them, and where their operands lie.
#include <algorithm>

#include "ptx.h"

namespace standin {

static std::string joined(const std::vector<std::string>& parts, const char* without = "") {
    std::string key;
    std::string left = std::string(" ") + without + " ";
    for (const std::string& part : parts) {
        if (left.find(" " + part + " ") == std::string::npos) {
            key += (key.empty() ? "" : ".") + part;
        }
    }
    return key;
}

void Table::add(std::initializer_list<const char*> name, Handler run, const char* operands) {
    std::string whole;
    for (const char* piece : name) {
        whole += piece;
    }
    all[whole] = Simple{run, operands};
}

const Simple* Table::find(const std::string& name) const {
    auto found = all.find(name);
    return found == all.end() ? nullptr : &found->second;
}

const Table& simpleInstructions() {
    static const Table table = [] {
        Table made;
        addIntegers(made);
        addFloats(made);
        addFloatApproximations(made);
        addRounded(made);
        addComparisons(made);
        addConversions(made);
        addRoundings(made);
        addMoves(made);
        addWarp(made);
        return made;
    }();
    return table;
}

Ins& Reader::emit(Handler run) {
    Ins in;
    in.run = run;
    in.line = line;
    in.e = carry;
    if (!guard.empty()) {
        const Register& asked = registerOf(guard);
        in.guard = asked.place;
        in.guardNot = guardNot;
    }
    program.code.push_back(in);
    return program.code.back();
}

void Reader::convert(const std::string& key, int to, int from) {
    const Simple* found = simpleInstructions().find(key);
    if (found == nullptr) {
        refuse(line, "the instruction " + key + " is not known here");
    }
    Ins& in = emit(found->run);
    in.d = to;
    in.a = from;
}

const Register& Reader::registerOf(const std::string& name) {
    const Register* found = findRegister(name);
    if (found == nullptr) {
        refuse(line, "'" + name + "' is no register");
    }
    return *found;
}

int Reader::source(const Operand& op, Type type) {
    if (type.letter == 'p') {
        return predicate(op);
    }
    if (op.is == Operand::NUMBER) {
        return constant(bitsFor(op, type), type.wide());
    }
    if (op.is != Operand::NAME || !op.second.empty()) {
        refuse(line, "an operand of a kind that is not known here");
    }
    int place = special(op.text);
    bool wide = false;
    if (const Register* found = place < 0 ? findRegister(op.text) : nullptr) {
        place = found->place;
        wide = found->type.wide();
    } else if (const Variable* variable = place < 0 ? findVariable(op.text) : nullptr) {
        if (variable->space != "dynamic") {
            return constant(variable->address + op.bits, type.wide());
        }
        place = special("%dynamic");
    } else if (place < 0) {
        refuse(line, "'" + op.text + "' is not known here");
    }
    if (wide == type.wide()) {
        return place;
    }
    int temporary = allocate(Type{'b', type.wide() ? 64 : 32});
    convert(type.wide() ? "widen" : "narrow", temporary, place);
    return temporary;
}

int Reader::predicate(const Operand& op) {
    if (op.is == Operand::NUMBER) {
        return constant(op.bits != 0 ? ALL : 0, false);
    }
    const Register& asked = registerOf(op.text);
    if (asked.type.letter != 'p') {
        refuse(line, "'" + op.text + "' is no predicate");
    }
    int place = asked.place;
    if (op.negated) {
        int temporary = allocate(Type{'p', 1});
        convert("not.pred", temporary, place);
        return temporary;
    }
    return place;
}

int Reader::result(const Operand& op, Type type) {
    if (op.text == "_") {
        return allocate(type);
    }
    const Register& to = registerOf(op.text);
    if (to.type.wide() == type.wide() || type.letter == 'p') {
        return to.place;
    }
    if (type.wide()) {
        refuse(line, "the register " + op.text + " is too small");
    }
    int temporary = allocate(Type{'b', 32});
    narrow.push_back({to.place, {temporary, type.isSigned()}});
    return temporary;
}

void Reader::widenResults() {
    auto waiting = std::move(narrow);
    narrow.clear();
    for (const auto& each : waiting) {
        convert(each.second.second ? "widen.signed" : "widen", each.first, each.second.first);
    }
}

static Type letterType(char letter) {
    switch (letter) {
    case 'h': return Type{'u', 16};
    case 'H': return Type{'s', 16};
    case 'w': return Type{'u', 32};
    case 'W': return Type{'s', 32};
    case 'q': return Type{'u', 64};
    case 'Q': return Type{'s', 64};
    case 'f': return Type{'f', 32};
    case 'd': return Type{'f', 64};
    default: return Type{'p', 1};
    }
}

void Reader::decodeSimple(const std::string& key, const Operands& ops) {
    const Simple* found = simpleInstructions().find(key);
    if (found == nullptr) {
        refuse(line, "the instruction " + key + " is not known here");
    }
    std::string letters = found->operands;
    if (letters.size() != ops.size()) {
        refuse(line, key + " takes " + std::to_string(letters.size()) + " operands");
    }
    int places[5] = {0, 0, 0, 0, carry};
    for (size_t i = 1; i < letters.size(); i++) {
        places[i] = source(ops[i], letterType(letters[i]));
    }
    places[0] = result(ops[0], letterType(letters[0]));
    Ins& in = emit(found->run);
    in.d = places[0];
    in.a = places[1];
    in.b = places[2];
    in.c = places[3];
    in.e = places[4];
    widenResults();
}

void Reader::decode(const Parts& parts, Operands& ops) {
    const std::string& op = parts[0];
    if (decodeControl(parts, ops)) {
        return;
    }
    if (op == "ld" || op == "st" || op == "ldu") {
        decodeMemory(parts, ops);
    } else if (op == "mov") {
        decodeMove(ops, typeOf(parts.back(), line));
    } else if (op == "cvta") {
        decodeAddress(parts, ops);
    } else if (op == "setp") {
        decodeSetp(parts, ops);
    } else if (op == "shfl" || op == "vote" || op == "match") {
        decodeTogether(parts, ops);
    } else {
        decodeSimple(joined(parts, "rn uni"), ops);
    }
}

// setp.lt.and.f32 p|q, a, b, c: p is (a < b) and c, q is !(a < b) and c
void Reader::decodeSetp(const Parts& parts, Operands& ops) {
    bool combined = parts.size() == 4 && (parts[2] == "and" || parts[2] == "or" || parts[2] == "xor");
    std::string compare = parts[0] + "." + parts[1] + "." + parts.back();
    if (ops.size() != (combined ? 4u : 3u) || (parts.size() != 3 && !combined)) {
        refuse(line, "the instruction " + joined(parts) + " is not known here");
    }
    Operand first = ops[0], second = ops[0];
    second.text = first.second;
    first.second.clear();
    if (!combined && second.text.empty()) {
        decodeSimple(compare, {first, ops[1], ops[2]});
        return;
    }
    std::string temporary = "%compared";
    scopes.back()[temporary] = Register{allocate(Type{'p', 1}), Type{'p', 1}};
    Operand compared, one;
    compared.text = temporary;
    one.is = Operand::NUMBER;
    one.bits = 1;
    decodeSimple(compare, {compared, ops[1], ops[2]});
    std::string combine = (combined ? parts[2] : "and") + ".pred";
    Operand with = combined ? ops[3] : one;
    decodeSimple(combine, {first, compared, with});
    if (!second.text.empty()) {
        compared.negated = true;
        decodeSimple(combine, {second, compared, with});
    }
}

// shfl.sync.down.b32 d|p, a, b, c, mask; vote.sync.ballot.b32 d, p, mask; match.any.sync.b32 d, a, mask
void Reader::decodeTogether(const Parts& parts, Operands& ops) {
    std::string key = joined(parts);
    const Simple* found = simpleInstructions().find(key);
    if (found == nullptr || ops.size() != std::string(found->operands).size()) {
        refuse(line, "the instruction " + key + " is not known here");
    }
    std::string letters = found->operands;
    int places[5] = {0, 0, 0, 0, 0};
    for (size_t i = 1; i < ops.size(); i++) {
        places[i] = source(ops[i], letterType(letters[i]));
    }
    int asked = -1;
    if (!ops[0].second.empty()) {
        asked = registerOf(ops[0].second).place;
        ops[0].second.clear();
    }
    Ins& in = emit(found->run);
    in.d = result(ops[0], letterType(letters[0]));
    in.kind = Kind::TOGETHER;
    in.e = places[ops.size() - 1];
    in.a = places[1];
    in.b = ops.size() > 3 ? places[2] : 0;
    in.c = ops.size() > 3 ? places[3] : 0;
    in.imm = asked;
    widenResults();
}

bool Reader::decodeControl(const Parts& parts, Operands& ops) {
    const std::string& op = parts[0];
    if (op == "bra") {
        jumps.push_back(Jump{int(program.code.size()), ops.at(0).text, line});
        emit(nullptr).kind = Kind::BRANCH;
    } else if (op == "brx") {
        int index = source(ops.at(0), Type{'u', 32});
        tableJumps.push_back({int(program.code.size()), {ops.at(1).text, line}});
        Ins& in = emit(nullptr);
        in.kind = Kind::TABLE;
        in.a = index;
    } else if (op == "ret" || op == "exit") {
        emit(nullptr).kind = op == "exit" || inEntry ? Kind::EXIT : Kind::RETURN;
    } else if (op == "trap") {
        emit(nullptr).kind = Kind::TRAP;
    } else if (joined(parts) == "bar.warp.sync") {
        int mask = source(ops.at(0), Type{'u', 32});
        Ins& in = emit(nullptr);
        in.kind = Kind::TOGETHER;
        in.e = mask;
    } else if (op == "bar" || op == "barrier") {
        bool first = ops.size() == 1 && ops[0].is == Operand::NUMBER && ops[0].bits == 0;
        if (parts.size() < 2 || parts[1] != "sync" || !first) {
            refuse(line, "barriers other than bar.sync 0 are not known here");
        }
        emit(nullptr).kind = Kind::BARRIER;
    } else {
        return op == "membar" || op == "fence" || op == "discard" || op == "prefetch" || op == "prefetchu";
    }
    return true;
}

}  // namespace standin
