// From PTX text to a Program.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "machine.h"

namespace standin {

struct Token {
    std::string text;
    int line;
};

// Why a module is not loaded.
struct Refusal {
    int code;
    std::string text;
};

[[noreturn]] void refuse(int line, const std::string& what, int code = 218);

std::vector<Token> tokens(const std::string& text);

// Types as PTX writes them: the letter (u, s, b, f, p) and the bits.
struct Type {
    char letter = 'b';
    int bits = 32;
    bool wide() const { return bits == 64; }
    bool isSigned() const { return letter == 's'; }
    int bytes() const { return bits / 8; }
};

bool isType(const std::string& part);
Type typeOf(const std::string& part, int line);

struct Operand {
    enum Is { NAME, NUMBER, ADDRESS, VECTOR } is = NAME;
    std::string text;
    std::string second;
    bool negated = false;
    uint64_t bits = 0;
    char letter = 'i';
    std::vector<Operand> parts;
};

struct Register {
    int place;
    Type type;
};

// What takes and gives plain registers: the handler, and a letter for each operand, the result first:
// h, w, q for 16, 32 and 64 bits, f and d for float and double, p for a predicate; capitals are signed.
struct Simple {
    Handler run;
    const char* operands;
};

class Table {
public:
    // The name in pieces.
    void add(std::initializer_list<const char*> name, Handler run, const char* operands);
    // Null where there is none.
    const Simple* find(const std::string& name) const;

private:
    std::unordered_map<std::string, Simple> all;
};

const Table& simpleInstructions();
void addIntegers(Table& table);
void addFloats(Table& table);
void addFloatApproximations(Table& table);
void addRounded(Table& table);
void addRoundings(Table& table);
void addComparisons(Table& table);
void addConversions(Table& table);
void addMoves(Table& table);

void addWarp(Table& table);

// Null where there is none. Spaces: global, shared, local, generic, param; the wide ones take addresses of 64 bits.
Handler loadHandler(const std::string& space, Type type, bool wide);
Handler storeHandler(const std::string& space, Type type, bool wide);

// A variable with an address, a parameter of an entry (at an offset), or one of a function (in registers, "slot").
struct Variable {
    std::string space;
    uint64_t address = 0;
    int bytes = 0;
};

// A function that is called: where its parameters and results lie.
struct Callable {
    std::vector<Variable> parameters, results;
    int start = -1;
    bool declared = false;
};

// Reads one module. The pieces lie in module.cpp (declarations), body.cpp (statements) and decode.cpp (instructions).
class Reader {
public:
    Reader(const std::string& text, Memory& memory, int capability);
    Program read();
    // Places of the module's own variables.
    std::map<std::string, Allocation*> globals;

private:
    struct Jump {
        int at;
        std::string label;
        int line;
    };
    using Scope = std::map<std::string, Register>;

    const Token& peek(int ahead = 0) const;
    Token next();
    bool take(const std::string& text);
    void expect(const std::string& text);
    int64_t number();

    void header();
    void variable(const std::string& space);
    void initialise(Allocation* to, Type type);
    void function(bool entry);
    void entryParameters(Entry& made);
    void limits(Entry& made);
    std::vector<Variable> slots(const std::string& function, const char* what);
    Variable declared(std::string& name, Type& type, int& align);
    void body(const std::string& name);
    void resolve();

    void statement();
    void directive();
    void registers();
    void instruction();
    Operand operand();
    Operand addressOperand();
    Operand vectorOperand();
    Operand numberOperand(bool minus);

    using Parts = std::vector<std::string>;
    using Operands = std::vector<Operand>;
    void decode(const Parts& parts, Operands& ops);
    bool decodeControl(const Parts& parts, Operands& ops);
    void decodeCall();
    void copyParameters(const Parts& names, const std::vector<Variable>& formal, bool in);
    void decodeTogether(const Parts& parts, Operands& ops);
    void decodeMemory(const Parts& parts, Operands& ops);
    void decodeParam(bool load, Operand& value, const Operand& address, Type type, int extra);
    int address(const Operand& op, bool& wide, uint64_t& offset);
    void decodeMove(Operands& ops, Type type);
    void decodeAddress(const Parts& parts, Operands& ops);
    void decodeSetp(const Parts& parts, Operands& ops);
    void decodeSimple(const std::string& key, const Operands& ops);

    Ins& emit(Handler run);
    void convert(const std::string& key, int to, int from);
    int allocate(Type type);
    const Register* findRegister(const std::string& name);
    const Register& registerOf(const std::string& name);
    int special(const std::string& name);
    int source(const Operand& op, Type type);
    int predicate(const Operand& op);
    int constant(uint64_t bits, bool wide);
    uint64_t bitsFor(const Operand& op, Type type);
    int result(const Operand& op, Type type);
    void widenResults();
    const Variable* findVariable(const std::string& name) const;

    std::vector<Token> all;
    size_t at = 0;
    int line = 0;
    Memory& memory;
    int capability;
    Program program;
    std::map<std::string, Callable> callables;
    std::map<std::string, Variable> variables;
    std::vector<std::map<std::string, Variable>> localVariables;
    std::vector<Scope> scopes;
    std::vector<std::map<std::string, Type>> ranges;
    std::map<std::string, int> labels;
    std::map<std::string, std::vector<std::string>> targets;
    std::vector<Jump> jumps;
    std::vector<Jump> calls;
    std::vector<std::pair<int, std::pair<std::string, int>>> tableJumps;
    std::map<std::pair<uint64_t, bool>, int> constants;
    // results of 32 bits that go to registers of 64
    std::vector<std::pair<int, std::pair<int, bool>>> narrow;
    std::string guard;
    bool guardNot = false;
    int moduleShared = 0;
    int localTop = 0, sharedTop = 0, registerTop = 0, predicateTop = 0, predicateEnd = 0, mostRegisters = 0;
    int carry = -1;
    bool inEntry = false;
};

}  // namespace standin
