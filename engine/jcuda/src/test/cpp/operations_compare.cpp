// Comparisons, predicates and choices.
#include "operations.h"

namespace standin {
namespace comparing {

#define ORDERED(NAME, RESULT)                                        \
    struct NAME {                                                    \
        template <class T> static bool of(T a, T b) { return RESULT; } \
    };
ORDERED(Equal, a == b)
ORDERED(NotEqual, (a < b) | (a > b))
ORDERED(Less, a < b)
ORDERED(LessEqual, a <= b)
ORDERED(Greater, a > b)
ORDERED(GreaterEqual, a >= b)
ORDERED(UnorderedEqual, !((a < b) | (a > b)))
ORDERED(UnorderedNotEqual, !(a == b))
ORDERED(UnorderedLess, !(a >= b))
ORDERED(UnorderedLessEqual, !(a > b))
ORDERED(UnorderedGreater, !(a <= b))
ORDERED(UnorderedGreaterEqual, !(a < b))
ORDERED(Numbers, (a == a) & (b == b))
ORDERED(NoNumbers, (a != a) | (b != b))

template <class T> std::string predicateLetters() { return std::string("p") + lettersOf<T, T>(); }

template <class T, class F> void comparison(Table& t, const char* name, const char* type) {
    static const std::string letters = predicateLetters<T>();
    t.add({"setp.", name, ".", type}, compare<T, F>, letters.c_str());
}

template <class T> void equality(Table& t, const char* type) {
    comparison<T, Equal>(t, "eq", type);
    comparison<T, NotEqual>(t, "ne", type);
}

template <class T> void comparisons(Table& t, const char* type) {
    equality<T>(t, type);
    comparison<T, Less>(t, "lt", type);
    comparison<T, LessEqual>(t, "le", type);
    comparison<T, Greater>(t, "gt", type);
    comparison<T, GreaterEqual>(t, "ge", type);
    if (!std::is_signed_v<T>) {
        comparison<T, Less>(t, "lo", type);
        comparison<T, LessEqual>(t, "ls", type);
        comparison<T, Greater>(t, "hi", type);
        comparison<T, GreaterEqual>(t, "hs", type);
    }
}

template <class T> void unordered(Table& t, const char* type) {
    comparison<T, UnorderedEqual>(t, "equ", type);
    comparison<T, UnorderedNotEqual>(t, "neu", type);
    comparison<T, UnorderedLess>(t, "ltu", type);
    comparison<T, UnorderedLessEqual>(t, "leu", type);
    comparison<T, UnorderedGreater>(t, "gtu", type);
    comparison<T, UnorderedGreaterEqual>(t, "geu", type);
    comparison<T, Numbers>(t, "num", type);
    comparison<T, NoNumbers>(t, "nan", type);
}

template <class T> void choose(Warp& w, const Ins& in, Mask mask) {
    char* d = w.at(in.d);
    const char *a = w.from(in.a), *b = w.from(in.b);
    Mask asked = w.asked(in.c);
    lanes(w, mask, [=](int i) { put<T>(d, i, asked >> i & 1 ? get<T>(a, i) : get<T>(b, i)); });
}

enum class Is { FINITE, INFINITE, NUMBER, NOT_A_NUMBER, NORMAL, SUBNORMAL };

template <class T, Is WHAT> void test(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        int kind = std::fpclassify(get<T>(w.from(in.a), i));
        bool found = WHAT == Is::FINITE ? kind != FP_NAN && kind != FP_INFINITE
            : WHAT == Is::INFINITE ? kind == FP_INFINITE
            : WHAT == Is::NUMBER ? kind != FP_NAN
            : WHAT == Is::NOT_A_NUMBER ? kind == FP_NAN
            : WHAT == Is::NORMAL ? kind == FP_NORMAL
            : kind == FP_SUBNORMAL;
        Mask& p = w.predicate(in.d);
        p = (p & ~(1u << i)) | Mask(found) << i;
    });
}

template <class T> void tests(Table& t, const char* type, const char* letters) {
    t.add({"testp.finite.", type}, test<T, Is::FINITE>, letters);
    t.add({"testp.infinite.", type}, test<T, Is::INFINITE>, letters);
    t.add({"testp.number.", type}, test<T, Is::NUMBER>, letters);
    t.add({"testp.notanumber.", type}, test<T, Is::NOT_A_NUMBER>, letters);
    t.add({"testp.normal.", type}, test<T, Is::NORMAL>, letters);
    t.add({"testp.subnormal.", type}, test<T, Is::SUBNORMAL>, letters);
}

struct And {
    static Mask of(Mask a, Mask b) { return a & b; }
};
struct Or {
    static Mask of(Mask a, Mask b) { return a | b; }
};
struct Xor {
    static Mask of(Mask a, Mask b) { return a ^ b; }
};

template <class F> void predicates(Warp& w, const Ins& in, Mask mask) {
    Mask& p = w.predicate(in.d);
    p = (p & ~mask) | (F::of(w.asked(in.a), w.asked(in.b)) & mask);
}

template <bool NOT> void onePredicate(Warp& w, const Ins& in, Mask mask) {
    Mask& p = w.predicate(in.d);
    Mask asked = w.asked(in.a);
    p = (p & ~mask) | ((NOT ? ~asked : asked) & mask);
}

static void listComparisons(Table& t) {
    equality<uint16_t>(t, "b16");
    equality<uint32_t>(t, "b32");
    equality<uint64_t>(t, "b64");
    comparisons<uint16_t>(t, "u16");
    comparisons<int16_t>(t, "s16");
    comparisons<uint32_t>(t, "u32");
    comparisons<int32_t>(t, "s32");
    comparisons<uint64_t>(t, "u64");
    comparisons<int64_t>(t, "s64");
    comparisons<float>(t, "f32");
    comparisons<double>(t, "f64");
    unordered<float>(t, "f32");
    unordered<double>(t, "f64");
    tests<float>(t, "f32", "pf");
    tests<double>(t, "f64", "pd");
    for (const char* type : {"b16", "u16", "s16", "b32", "u32", "s32"}) {
        t.add({"selp.", type}, choose<uint32_t>, type[1] == '1' ? "hhhp" : "wwwp");
    }
    for (const char* type : {"b64", "u64", "s64"}) {
        t.add({"selp.", type}, choose<uint64_t>, "qqqp");
    }
    t.add({"selp.f32"}, choose<uint32_t>, "fffp");
    t.add({"selp.f64"}, choose<uint64_t>, "dddp");
    t.add({"and.pred"}, predicates<And>, "ppp");
    t.add({"or.pred"}, predicates<Or>, "ppp");
    t.add({"xor.pred"}, predicates<Xor>, "ppp");
    t.add({"not.pred"}, onePredicate<true>, "pp");
    t.add({"mov.pred"}, onePredicate<false>, "pp");
}

}  // namespace comparing

void addComparisons(Table& t) { comparing::listComparisons(t); }

}  // namespace standin
