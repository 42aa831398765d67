// Instructions that move: loads, stores, mov, addresses, parameters and calls.
#include <algorithm>

#include "ptx.h"

namespace standin {

static bool isOneOf(const std::string& word, std::initializer_list<const char*> known) {
    return std::any_of(known.begin(), known.end(), [&](const char* each) { return word == each; });
}

// Where an address lies; what is fixed of it goes to the offset.
int Reader::address(const Operand& op, bool& wide, uint64_t& offset) {
    offset = op.bits;
    if (const Register* found = findRegister(op.text)) {
        wide = found->type.wide();
        return found->place;
    }
    const Variable* variable = findVariable(op.text);
    if (variable == nullptr) {
        refuse(line, "'" + op.text + "' is not known here");
    }
    wide = variable->space != "dynamic";
    return wide ? constant(variable->address, true) : special("%dynamic");
}

void Reader::decodeMemory(const Parts& parts, Operands& ops) {
    bool load = parts[0] != "st";
    std::string space = "generic";
    int count = 1;
    for (size_t i = 1; i + 1 < parts.size(); i++) {
        const std::string& part = parts[i];
        if (isOneOf(part, {"global", "shared", "local", "param", "const"})) {
            space = part == "const" ? "global" : part;
        } else if (part == "v2" || part == "v4") {
            count = part[1] - '0';
        } else if (!isOneOf(part, {"volatile", "nc", "weak", "ca", "cg", "cs", "lu", "cv", "wb", "wt"})) {
            refuse(line, "'." + part + "' of a load or store is not known here");
        }
    }
    Type type = typeOf(parts.back(), line);
    Operand value = ops.at(load ? 0 : 1);
    const Operand& at = ops.at(load ? 1 : 0);
    if (at.is != Operand::ADDRESS || (count > 1) != (value.is == Operand::VECTOR)) {
        refuse(line, "operands of a kind that is not known here");
    }
    Operands values = count > 1 ? value.parts : Operands{value};
    if (int(values.size()) != count) {
        refuse(line, "the wrong number of registers");
    }
    if (space == "param") {
        for (int i = 0; i < count; i++) {
            decodeParam(load, values[size_t(i)], at, type, i * type.bytes());
        }
        return;
    }
    bool wide = true;
    uint64_t offset = 0;
    int place = address(at, wide, offset);
    if (count > 1 && load && place >= 0) {
        // a register of the result may be the address itself
        int copy = allocate(Type{'b', wide ? 64 : 32});
        convert(wide ? "mov.b64" : "mov.b32", copy, place);
        place = copy;
    }
    Handler run = load ? loadHandler(space, type, wide) : storeHandler(space, type, wide);
    if (run == nullptr) {
        refuse(line, "a load or store of this kind is not known here");
    }
    for (int i = 0; i < count; i++) {
        int moved = load ? result(values[size_t(i)], type) : source(values[size_t(i)], type);
        Ins& in = emit(run);
        (load ? in.d : in.b) = moved;
        in.a = place;
        in.imm = int64_t(offset) + i * type.bytes();
        in.c = i == 0 ? type.bytes() * count : type.bytes();
        widenResults();
    }
}

// Parameters of an entry lie with the launch, those of functions in registers of 64 bits, one for every four bytes.
void Reader::decodeParam(bool load, Operand& value, const Operand& at, Type type, int extra) {
    const Variable* variable = findVariable(at.text);
    if (variable == nullptr || (variable->space != "slot" && !(load && variable->space == "param"))) {
        refuse(line, "'" + at.text + "' is no parameter");
    }
    int offset = int(at.bits) + extra;
    if (offset < 0 || offset + type.bytes() > variable->bytes) {
        refuse(line, "a place outside the parameter " + at.text);
    }
    if (variable->space == "param") {
        Ins& in = emit(loadHandler("param", type, true));
        in.imm = int64_t(variable->address) + offset;
        int to = result(value, type);
        program.code.back().d = to;
        widenResults();
        return;
    }
    if (offset % 4 != 0) {
        refuse(line, "a parameter at an odd place is not known here");
    }
    int slot = int(variable->address) + offset / 4 * 256;
    if (!load) {
        int from = source(value, type);
        convert(type.wide() ? "mov.b64" : "widen", slot, from);
        return;
    }
    int to = result(value, type);
    convert(type.wide() ? "mov.b64" : "narrow", to, slot);
    if (type.bits < 32) {
        std::string small = (type.isSigned() ? "s" : "u") + std::to_string(type.bits);
        convert((type.isSigned() ? "cvt.s32." : "cvt.u32.") + small, to, to);
    }
    widenResults();
}

void Reader::decodeMove(Operands& ops, Type type) {
    Operand& to = ops.at(0);
    Operand& from = ops.at(1);
    if (type.letter == 'p') {
        decodeSimple("mov.pred", ops);
        return;
    }
    std::string bits = std::to_string(type.bits);
    if (from.is == Operand::VECTOR && from.parts.size() == 2) {
        decodeSimple("pack.b" + bits, {to, from.parts[0], from.parts[1]});
    } else if (to.is == Operand::VECTOR && to.parts.size() == 2) {
        // copied first: a half may be written over the whole
        int whole = source(from, type);
        int copy = allocate(Type{'b', type.bits});
        convert(type.wide() ? "mov.b64" : "mov.b32", copy, whole);
        const char* const halves[] = {"low.b", "high.b"};
        for (size_t i = 0; i < 2; i++) {
            if (to.parts[i].text != "_") {
                convert(halves[i] + bits, result(to.parts[i], Type{'u', 32}), copy);
                widenResults();
            }
        }
    } else {
        decodeSimple(type.wide() ? "mov.b64" : "mov.b32", ops);
    }
}

// cvta.local d, a makes a generic address of one of the space; cvta.to.local d, a goes back.
void Reader::decodeAddress(const Parts& parts, Operands& ops) {
    bool back = parts.at(1) == "to";
    const std::string& space = parts.at(back ? 2 : 1);
    if (parts.back() != "u64" || !isOneOf(space, {"global", "const", "shared", "local"})) {
        refuse(line, "a conversion of addresses that is not known here");
    }
    uint64_t window = space == "shared" ? SHARED_WINDOW : space == "local" ? LOCAL_WINDOW : 0;
    Operand add;
    add.is = Operand::NUMBER;
    add.bits = back ? ~window + 1 : window;
    decodeSimple("add.u64", {ops.at(0), ops.at(1), add});
}

void Reader::copyParameters(const Parts& names, const std::vector<Variable>& formal, bool in) {
    if (names.size() != formal.size()) {
        refuse(line, "a call with the wrong number of parameters");
    }
    for (size_t i = 0; i < names.size(); i++) {
        const Variable* actual = findVariable(names[i]);
        if (actual == nullptr || actual->space != "slot" || actual->bytes != formal[i].bytes) {
            refuse(line, "'" + names[i] + "' is no parameter, or one of another size");
        }
        for (int b = 0; b < formal[i].bytes; b += 4) {
            int inside = int(formal[i].address) + b / 4 * 256;
            int outside = int(actual->address) + b / 4 * 256;
            convert("mov.b64", in ? inside : outside, in ? outside : inside);
        }
    }
}

// call.uni (results), name, (parameters);
void Reader::decodeCall() {
    auto list = [&] {
        Parts names;
        expect("(");
        while (!take(")")) {
            names.push_back(next().text);
            take(",");
        }
        return names;
    };
    int where = line;
    Parts results, parameters;
    if (peek().text == "(") {
        results = list();
        expect(",");
    }
    std::string name = next().text;
    if (take(",")) {
        parameters = list();
    }
    expect(";");
    line = where;
    auto found = callables.find(name);
    if (found == callables.end() || !found->second.declared) {
        refuse(line, "calls of anything but known functions are not known here ('" + name + "')");
    }
    Callable callable = found->second;
    copyParameters(parameters, callable.parameters, true);
    calls.push_back(Jump{int(program.code.size()), name, line});
    emit(nullptr).kind = Kind::CALL;
    copyParameters(results, callable.results, false);
}

}  // namespace standin
