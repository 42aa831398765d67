// Conversions that need no mode of rounding, and moves.
#include "operations.h"

namespace standin {
namespace converting {

template <class D> struct As {
    template <class A> static D of(A a) { return static_cast<D>(a); }
};

// Float to whole number: rounded as told, held within the range, 0 for what is no number.
struct Nearest {
    template <class A> static A of(A a) { return std::nearbyint(a); }
};
struct Toward0 {
    template <class A> static A of(A a) { return std::trunc(a); }
};
struct Down {
    template <class A> static A of(A a) { return std::floor(a); }
};
struct Up {
    template <class A> static A of(A a) { return std::ceil(a); }
};

template <class D, class ROUND> struct Whole {
    template <class A> static D of(A a) {
        constexpr D least = std::numeric_limits<D>::min(), most = std::numeric_limits<D>::max();
        A rounded = ROUND::of(a);
        return a != a ? D(0) : rounded <= A(least) ? least : rounded >= A(most) ? most : D(rounded);
    }
};

struct Saturated {
    template <class T> static T of(T a) { return a > T(0) ? (a < T(1) ? a : T(1)) : T(0); }
};

template <class A> void fromWhole(Table& t, const char* type) {
    t.add({"cvt.u8.", type}, seldomOne<uint8_t, A, As<uint8_t>>, lettersOf<uint8_t, A>());
    t.add({"cvt.s8.", type}, seldomOne<int8_t, A, As<int8_t>>, lettersOf<int8_t, A>());
    t.add({"cvt.u16.", type}, seldomOne<uint16_t, A, As<uint16_t>>, lettersOf<uint16_t, A>());
    t.add({"cvt.s16.", type}, seldomOne<int16_t, A, As<int16_t>>, lettersOf<int16_t, A>());
    t.add({"cvt.u32.", type}, unary<uint32_t, A, As<uint32_t>>, lettersOf<uint32_t, A>());
    t.add({"cvt.s32.", type}, unary<uint32_t, A, As<uint32_t>>, lettersOf<int32_t, A>());
    t.add({"cvt.u64.", type}, unary<uint64_t, A, As<uint64_t>>, lettersOf<uint64_t, A>());
    t.add({"cvt.s64.", type}, unary<uint64_t, A, As<uint64_t>>, lettersOf<int64_t, A>());
    t.add({"cvt.f32.", type}, unary<float, A, As<float>>, lettersOf<float, A>());
    t.add({"cvt.f64.", type}, unary<double, A, As<double>>, lettersOf<double, A>());
}

template <class A, class ROUND> void rounding(Table& t, const char* how, const char* type) {
    t.add({"cvt.", how, "s16.", type}, seldomOne<int16_t, A, Whole<int16_t, ROUND>>, lettersOf<int16_t, A>());
    t.add({"cvt.", how, "u16.", type}, seldomOne<uint16_t, A, Whole<uint16_t, ROUND>>, lettersOf<uint16_t, A>());
    t.add({"cvt.", how, "s32.", type}, seldomOne<int32_t, A, Whole<int32_t, ROUND>>, lettersOf<int32_t, A>());
    t.add({"cvt.", how, "u32.", type}, seldomOne<uint32_t, A, Whole<uint32_t, ROUND>>, lettersOf<uint32_t, A>());
    t.add({"cvt.", how, "s64.", type}, seldomOne<int64_t, A, Whole<int64_t, ROUND>>, lettersOf<int64_t, A>());
    t.add({"cvt.", how, "u64.", type}, seldomOne<uint64_t, A, Whole<uint64_t, ROUND>>, lettersOf<uint64_t, A>());
    t.add({"cvt.", how, type, ".", type}, unary<A, A, ROUND>, lettersOf<A, A>());
}

template <class A> void roundings(Table& t, const char* type) {
    rounding<A, Nearest>(t, "rni.", type);
    rounding<A, Toward0>(t, "rzi.", type);
    rounding<A, Down>(t, "rmi.", type);
    rounding<A, Up>(t, "rpi.", type);
    t.add({"cvt.sat.", type, ".", type}, unary<A, A, Saturated>, lettersOf<A, A>());
    t.add({"cvt.", type, ".", type}, unary<A, A, As<A>>, lettersOf<A, A>());
}

static void listConversions(Table& t) {
    fromWhole<uint8_t>(t, "u8");
    fromWhole<int8_t>(t, "s8");
    fromWhole<uint16_t>(t, "u16");
    fromWhole<int16_t>(t, "s16");
    fromWhole<uint32_t>(t, "u32");
    fromWhole<int32_t>(t, "s32");
    fromWhole<uint64_t>(t, "u64");
    fromWhole<int64_t>(t, "s64");
    t.add({"cvt.f64.f32"}, unary<double, float, As<double>>, "df");
    t.add({"cvt.f32.f64"}, unary<float, double, As<float>>, "fd");
}

static void listRoundings(Table& t) {
    roundings<float>(t, "f32");
    roundings<double>(t, "f64");
}

template <int SHIFT, class T> struct Half {
    static uint32_t of(T a) { return uint32_t(a >> SHIFT) & (sizeof(T) == 8 ? 0xffffffffu : 0xffffu); }
};

template <class T, class H> struct Packed {
    static T of(H low, H high) { return T(high) << (4 * sizeof(T)) | T(low); }
};

static void listMoves(Table& t) {
    t.add({"mov.b32"}, unary<uint32_t, uint32_t, As<uint32_t>>, "ww");
    t.add({"mov.b64"}, unary<uint64_t, uint64_t, As<uint64_t>>, "qq");
    t.add({"widen"}, unary<uint64_t, uint32_t, As<uint64_t>>, "qw");
    t.add({"widen.signed"}, unary<int64_t, int32_t, As<int64_t>>, "QW");
    t.add({"narrow"}, unary<uint32_t, uint64_t, As<uint32_t>>, "wq");
    t.add({"pack.b64"}, binary<uint64_t, uint32_t, uint32_t, Packed<uint64_t, uint32_t>>, "qww");
    t.add({"pack.b32"}, binary<uint32_t, uint16_t, uint16_t, Packed<uint32_t, uint16_t>>, "whh");
    t.add({"low.b64"}, unary<uint32_t, uint64_t, Half<0, uint64_t>>, "wq");
    t.add({"high.b64"}, unary<uint32_t, uint64_t, Half<32, uint64_t>>, "wq");
    t.add({"low.b32"}, unary<uint32_t, uint32_t, Half<0, uint32_t>>, "ww");
    t.add({"high.b32"}, unary<uint32_t, uint32_t, Half<16, uint32_t>>, "ww");
}

}  // namespace converting

void addConversions(Table& t) { converting::listConversions(t); }

void addRoundings(Table& t) { converting::listRoundings(t); }

void addMoves(Table& t) { converting::listMoves(t); }

}  // namespace standin
