// PTX text cut into words.
#include <cctype>

#include "ptx.h"

namespace standin {

void refuse(int line, const std::string& what, int code) {
    throw Refusal{code, "PTX line " + std::to_string(line) + ": " + what};
}

static bool isWord(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || c == '%' || c == '.';
}

// The end of what is no word: white space or a comment; the same place where there is none.
static size_t past(const std::string& text, size_t i, int& line) {
    if (std::isspace(static_cast<unsigned char>(text[i]))) {
        line += text[i] == '\n';
        return i + 1;
    }
    if (text.compare(i, 2, "//") == 0) {
        return std::min(text.find('\n', i), text.size());
    }
    if (text.compare(i, 2, "/*") == 0) {
        size_t end = std::min(text.find("*/", i + 2), text.size() - 2) + 2;
        for (; i < end; i++) {
            line += text[i] == '\n';
        }
        return end;
    }
    return i;
}

std::vector<Token> tokens(const std::string& text) {
    std::vector<Token> found;
    int line = 1;
    for (size_t i = 0; i < text.size();) {
        size_t next = past(text, i, line);
        if (next != i) {
            i = next;
            continue;
        }
        size_t end = i + 1;
        if (text[i] == '"') {
            end = std::min(text.find('"', i + 1), text.size() - 1) + 1;
        } else if (isWord(text[i])) {
            while (end < text.size() && isWord(text[end])) {
                end++;
            }
        }
        found.push_back(Token{text.substr(i, end - i), line});
        i = end;
    }
    found.push_back(Token{"", line});
    return found;
}

bool isType(const std::string& part) {
    static const char* const KNOWN[] = {"u8", "s8", "b8", "u16", "s16", "b16", "u32", "s32", "b32", "u64", "s64", "b64",
        "f32", "f64", "pred"};
    for (const char* each : KNOWN) {
        if (part == each) {
            return true;
        }
    }
    return false;
}

Type typeOf(const std::string& part, int line) {
    if (!isType(part)) {
        refuse(line, "the type " + part + " is not known here");
    }
    return part == "pred" ? Type{'p', 1} : Type{part[0], std::stoi(part.substr(1))};
}

}  // namespace standin
