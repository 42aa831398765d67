// Whole numbers. What overflows wraps, so the arithmetic is that of unsigned numbers.
#include "operations.h"

namespace standin {
namespace integers {

#define TWO(NAME, RESULT)                                            \
    struct NAME {                                                    \
        template <class T> static T of(T a, T b) { return T(RESULT); } \
    };
#define ONE(NAME, RESULT)                                       \
    struct NAME {                                               \
        template <class T> static T of(T a) { return T(RESULT); } \
    };

template <class T> using Unsigned = std::make_unsigned_t<T>;
template <class T> using Twice = std::conditional_t<sizeof(T) == 8, std::conditional_t<std::is_signed_v<T>, __int128,
    unsigned __int128>, std::conditional_t<std::is_signed_v<T>, int64_t, uint64_t>>;

TWO(Add, Unsigned<T>(a) + Unsigned<T>(b))
TWO(Subtract, Unsigned<T>(a) - Unsigned<T>(b))
TWO(MultiplyLow, uint64_t(a) * uint64_t(b))
TWO(MultiplyHigh, (Twice<T>(a) * Twice<T>(b)) >> (8 * sizeof(T)))
TWO(Divide, b == 0 ? T(-1) : b == T(-1) && std::is_signed_v<T> ? T(0 - Unsigned<T>(a)) : T(a / b))
TWO(Remainder, b == 0 ? a : b == T(-1) && std::is_signed_v<T> ? T(0) : T(a % b))
TWO(Least, a < b ? a : b)
TWO(Greatest, a > b ? a : b)
TWO(And, a & b)
TWO(Or, a | b)
TWO(Xor, a ^ b)
ONE(Not, ~a)
ONE(NotLogical, a == 0)
ONE(Negate, 0 - Unsigned<T>(a))
ONE(Absolute, a < 0 ? T(0 - Unsigned<T>(a)) : a)

struct MultiplyWide {
    template <class T> static Twice<T> of(T a, T b) { return Twice<T>(a) * Twice<T>(b); }
};

struct ShiftLeft {
    template <class T> static T of(T a, uint32_t b) { return b >= 8 * sizeof(T) ? T(0) : T(Unsigned<T>(a) << b); }
};

struct ShiftRight {
    template <class T> static T of(T a, uint32_t b) {
        constexpr uint32_t bits = 8 * sizeof(T);
        return b < bits ? T(a >> b) : std::is_signed_v<T> ? T(a >> (bits - 1)) : T(0);
    }
};

struct MadLow {
    template <class T> static T of(T a, T b, T c) { return T(uint64_t(a) * uint64_t(b) + uint64_t(c)); }
};

struct MadHigh {
    template <class T> static T of(T a, T b, T c) { return Add::of(MultiplyHigh::of(a, b), c); }
};

struct MadWide {
    template <class T> static Twice<T> of(T a, T b, Twice<T> c) { return Add::of(MultiplyWide::of(a, b), c); }
};

struct SumOfDifferences {
    template <class T> static T of(T a, T b, T c) {
        return Add::of(c, a > b ? Subtract::of(a, b) : Subtract::of(b, a));
    }
};

struct Count {
    template <class T> static uint32_t of(T a) { return uint32_t(__builtin_popcountll(a)); }
};

struct LeadingZeros {
    static uint32_t of(uint32_t a) { return a == 0 ? 32 : uint32_t(__builtin_clz(a)); }
    static uint32_t of(uint64_t a) { return a == 0 ? 64 : uint32_t(__builtin_clzll(a)); }
};

struct Reverse {
    template <class T> static T of(T a) {
        T reversed = 0;
        for (size_t i = 0; i < 8 * sizeof(T); i++) {
            reversed |= T(a >> i & 1) << (8 * sizeof(T) - 1 - i);
        }
        return reversed;
    }
};

template <bool SHIFT> struct FindBit {
    template <class T> static uint32_t of(T a) {
        Unsigned<T> bits = a < 0 ? ~Unsigned<T>(a) : Unsigned<T>(a);
        uint32_t zeros = LeadingZeros::of(bits);
        return bits == 0 ? 0xffffffffu : SHIFT ? zeros : uint32_t(8 * sizeof(T)) - 1 - zeros;
    }
};

struct FieldOut {
    template <class T> static T of(T a, uint32_t at, uint32_t length) {
        constexpr int bits = 8 * sizeof(T);
        int from = int(at & 0xff), count = int(length & 0xff);
        if (count == 0) {
            return 0;
        }
        T sign = std::is_signed_v<T> ? T(a >> std::min(from + count - 1, bits - 1) & 1) : T(0);
        T value = from >= bits ? T(0) : T(Unsigned<T>(a) >> from);
        int kept = std::min(count, std::max(bits - from, 0));
        T low = kept >= bits ? T(-1) : T((Unsigned<T>(1) << kept) - 1);
        return T((value & low) | (sign ? ~low : T(0)));
    }
};

template <class T> void fieldOut(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        uint32_t at = get<uint32_t>(w.from(in.b), i), length = get<uint32_t>(w.from(in.c), i);
        put<T>(w.at(in.d), i, FieldOut::of(get<T>(w.from(in.a), i), at, length));
    });
}

template <class T> void fieldIn(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        T a = get<T>(w.from(in.a), i), b = get<T>(w.from(in.b), i);
        uint32_t from = get<uint32_t>(w.from(in.c), i) & 0xff, count = get<uint32_t>(w.from(in.e), i) & 0xff;
        constexpr uint32_t bits = 8 * sizeof(T);
        T low = count >= bits ? T(-1) : T((T(1) << count) - 1);
        T field = from >= bits ? T(0) : T(low << from);
        put<T>(w.at(in.d), i, from >= bits ? b : T((b & ~field) | ((a << from) & field)));
    });
}

struct Permute {
    static uint32_t of(uint32_t a, uint32_t b, uint32_t choose) {
        uint64_t bytes = uint64_t(b) << 32 | a;
        uint32_t made = 0;
        for (int i = 0; i < 4; i++) {
            uint32_t which = choose >> (4 * i) & 0xf;
            uint32_t byte = uint32_t(bytes >> (8 * (which & 7))) & 0xff;
            byte = which & 8 ? (byte & 0x80 ? 0xff : 0) : byte;
            made |= byte << (8 * i);
        }
        return made;
    }
};

template <bool LEFT, bool CLAMP> struct Funnel {
    static uint32_t of(uint32_t a, uint32_t b, uint32_t c) {
        uint32_t n = CLAMP ? std::min(c, 32u) : c & 31;
        uint64_t both = uint64_t(b) << 32 | a;
        return LEFT ? uint32_t((n == 32 ? both << 32 : both << n) >> 32) : uint32_t(both >> n);
    }
};

void logic3(Warp& w, const Ins& in, Mask mask) {
    char* d = w.at(in.d);
    const char *a = w.from(in.a), *b = w.from(in.b), *c = w.from(in.c);
    uint32_t table = get<uint32_t>(w.from(in.e), 0);
    everyLane(mask, [&](int i) {
        uint32_t x = get<uint32_t>(a, i), y = get<uint32_t>(b, i), z = get<uint32_t>(c, i), made = 0;
        for (int k = 0; k < 8; k++) {
            uint32_t term = (k & 4 ? x : ~x) & (k & 2 ? y : ~y) & (k & 1 ? z : ~z);
            made |= table >> k & 1 ? term : 0;
        }
        put<uint32_t>(d, i, made);
    });
}

// Sums with a carry between the words of a long number; e is the place of the carry, a predicate.
template <class T, bool MINUS, bool IN, bool OUT> void carried(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        T a = get<T>(w.from(in.a), i), b = get<T>(w.from(in.b), i);
        unsigned __int128 sum = MINUS ? (unsigned __int128)a - b : (unsigned __int128)a + b;
        bool carry = IN && (w.predicate(in.e) >> i & 1);
        sum = MINUS ? sum - carry : sum + carry;
        if (OUT) {
            w.predicate(in.e) = (w.predicate(in.e) & ~(1u << i)) | Mask(sum >> (8 * sizeof(T)) & 1) << i;
        }
        put<T>(w.at(in.d), i, T(sum));
    });
}

template <bool HIGH, bool IN, bool OUT> void carriedMad(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        uint64_t product = uint64_t(get<uint32_t>(w.from(in.a), i)) * get<uint32_t>(w.from(in.b), i);
        uint64_t sum = (HIGH ? product >> 32 : product & 0xffffffffu) + get<uint32_t>(w.from(in.c), i);
        sum += IN && (w.predicate(in.e) >> i & 1);
        if (OUT) {
            w.predicate(in.e) = (w.predicate(in.e) & ~(1u << i)) | Mask(sum >> 32 & 1) << i;
        }
        put<uint32_t>(w.at(in.d), i, uint32_t(sum));
    });
}

template <class T, class F> void two(Table& t, const char* name, const char* type) {
    t.add({name, ".", type}, binary<T, T, T, F>, lettersOf<T, T, T>());
}

template <class T, class F> void seldomTwo(Table& t, const char* name, const char* type) {
    t.add({name, ".", type}, seldom<T, T, T, F>, lettersOf<T, T, T>());
}

// What gives the same bits for numbers with and without a sign.
template <class T> void forBoth(Table& t, const char* bits) {
    for (const char* letter : {"u", "s"}) {
        std::string whole = std::string(letter) + bits;
        const char* type = whole.c_str();
        two<T, Add>(t, "add", type);
        two<T, Subtract>(t, "sub", type);
        two<T, MultiplyLow>(t, "mul.lo", type);
        t.add({"mad.lo.", type}, ternary<T, T, T, MadLow>, lettersOf<T, T, T, T>());
        t.add({"neg.", type}, unary<T, T, Negate>, lettersOf<T, T>());
    }
}

template <class T> void forEvery(Table& t, const char* type) {
    two<T, Least>(t, "min", type);
    two<T, Greatest>(t, "max", type);
    seldomTwo<T, Divide>(t, "div", type);
    seldomTwo<T, Remainder>(t, "rem", type);
    t.add({"shr.", type}, binary<T, T, uint32_t, ShiftRight>, lettersOf<T, T, uint32_t>());
    t.add({"abs.", type}, seldomOne<T, T, Absolute>, lettersOf<T, T>());
}

template <class T> void forWords(Table& t, const char* type) {
    seldomTwo<T, MultiplyHigh>(t, "mul.hi", type);
    t.add({"mad.hi.", type}, seldomThree<T, T, T, MadHigh>, lettersOf<T, T, T, T>());
    t.add({"sad.", type}, seldomThree<T, T, T, SumOfDifferences>, lettersOf<T, T, T, T>());
    t.add({"bfe.", type}, fieldOut<T>, lettersOf<T, T, uint32_t, uint32_t>());
    t.add({"bfind.", type}, seldomOne<uint32_t, T, FindBit<false>>, lettersOf<uint32_t, T>());
    t.add({"bfind.shiftamt.", type}, seldomOne<uint32_t, T, FindBit<true>>, lettersOf<uint32_t, T>());
}

template <class T, class W> void widening(Table& t, const char* type) {
    t.add({"mul.wide.", type}, binary<W, T, T, MultiplyWide>, lettersOf<W, T, T>());
    t.add({"mad.wide.", type}, ternary<W, T, W, MadWide>, lettersOf<W, T, T, W>());
}

template <class T> void forBits(Table& t, const char* type) {
    two<T, And>(t, "and", type);
    two<T, Or>(t, "or", type);
    two<T, Xor>(t, "xor", type);
    t.add({"not.", type}, unary<T, T, Not>, lettersOf<T, T>());
    t.add({"cnot.", type}, seldomOne<T, T, NotLogical>, lettersOf<T, T>());
    t.add({"shl.", type}, binary<T, T, uint32_t, ShiftLeft>, lettersOf<T, T, uint32_t>());
    t.add({"shr.", type}, binary<T, T, uint32_t, ShiftRight>, lettersOf<T, T, uint32_t>());
}

template <class T> void forCounts(Table& t, const char* type) {
    t.add({"popc.", type}, seldomOne<uint32_t, T, Count>, lettersOf<uint32_t, T>());
    t.add({"clz.", type}, seldomOne<uint32_t, T, LeadingZeros>, lettersOf<uint32_t, T>());
    t.add({"brev.", type}, seldomOne<T, T, Reverse>, lettersOf<T, T>());
    t.add({"bfi.", type}, fieldIn<T>, sizeof(T) == 8 ? "qqqww" : "wwwww");
}

template <class T> void forCarries(Table& t, const char* bits) {
    const char* two = lettersOf<T, T, T>();
    for (const char* letter : {"u", "s"}) {
        std::string whole = std::string(letter) + bits;
        const char* type = whole.c_str();
        t.add({"add.cc.", type}, carried<T, false, false, true>, two);
        t.add({"addc.", type}, carried<T, false, true, false>, two);
        t.add({"addc.cc.", type}, carried<T, false, true, true>, two);
        t.add({"sub.cc.", type}, carried<T, true, false, true>, two);
        t.add({"subc.", type}, carried<T, true, true, false>, two);
        t.add({"subc.cc.", type}, carried<T, true, true, true>, two);
    }
}

void addCarriedProducts(Table& t) {
    for (const char* type : {"u32", "s32"}) {
        t.add({"mad.lo.cc.", type}, carriedMad<false, false, true>, "wwww");
        t.add({"madc.lo.", type}, carriedMad<false, true, false>, "wwww");
        t.add({"madc.lo.cc.", type}, carriedMad<false, true, true>, "wwww");
    }
    t.add({"mad.hi.cc.u32"}, carriedMad<true, false, true>, "wwww");
    t.add({"madc.hi.u32"}, carriedMad<true, true, false>, "wwww");
    t.add({"madc.hi.cc.u32"}, carriedMad<true, true, true>, "wwww");
}

static void listIntegers(Table& t) {
    forBoth<uint16_t>(t, "16");
    forBoth<uint32_t>(t, "32");
    forBoth<uint64_t>(t, "64");
    forEvery<uint16_t>(t, "u16");
    forEvery<int16_t>(t, "s16");
    forEvery<uint32_t>(t, "u32");
    forEvery<int32_t>(t, "s32");
    forEvery<uint64_t>(t, "u64");
    forEvery<int64_t>(t, "s64");
    forWords<uint32_t>(t, "u32");
    forWords<int32_t>(t, "s32");
    forWords<uint64_t>(t, "u64");
    forWords<int64_t>(t, "s64");
    widening<uint16_t, uint32_t>(t, "u16");
    widening<int16_t, int32_t>(t, "s16");
    widening<uint32_t, uint64_t>(t, "u32");
    widening<int32_t, int64_t>(t, "s32");
    forBits<uint16_t>(t, "b16");
    forBits<uint32_t>(t, "b32");
    forBits<uint64_t>(t, "b64");
    forCounts<uint32_t>(t, "b32");
    forCounts<uint64_t>(t, "b64");
    forCarries<uint32_t>(t, "32");
    forCarries<uint64_t>(t, "64");
    addCarriedProducts(t);
    t.add({"prmt.b32"}, seldomThree<uint32_t, uint32_t, uint32_t, Permute>, "wwww");
    t.add({"shf.l.wrap.b32"}, seldomThree<uint32_t, uint32_t, uint32_t, Funnel<true, false>>, "wwww");
    t.add({"shf.l.clamp.b32"}, seldomThree<uint32_t, uint32_t, uint32_t, Funnel<true, true>>, "wwww");
    t.add({"shf.r.wrap.b32"}, seldomThree<uint32_t, uint32_t, uint32_t, Funnel<false, false>>, "wwww");
    t.add({"shf.r.clamp.b32"}, seldomThree<uint32_t, uint32_t, uint32_t, Funnel<false, true>>, "wwww");
    t.add({"lop3.b32"}, logic3, "wwwww");
}

}  // namespace integers

void addIntegers(Table& t) { integers::listIntegers(t); }

}  // namespace standin
