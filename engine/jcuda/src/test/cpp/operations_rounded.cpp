// Arithmetic with a direction of rounding. Compiled so that the compiler does not think it knows the direction.
#include <cfenv>

#include "operations.h"

namespace standin {

// Sets the direction for as long as it lives.
class Direction {
public:
    explicit Direction(int which) { std::fesetround(which); }
    ~Direction() { std::fesetround(FE_TONEAREST); }
};

struct Add {
    template <class T> static T of(T a, T b, T) { return a + b; }
};
struct Subtract {
    template <class T> static T of(T a, T b, T) { return a - b; }
};
struct Multiply {
    template <class T> static T of(T a, T b, T) { return a * b; }
};
struct Divide {
    template <class T> static T of(T a, T b, T) { return a / b; }
};
struct FusedMultiply {
    template <class T> static T of(T a, T b, T c) { return std::fma(a, b, c); }
};
struct SquareRoot {
    template <class T> static T of(T a, T, T) { return std::sqrt(a); }
};
struct Reciprocal {
    template <class T> static T of(T a, T, T) { return T(1) / a; }
};

template <class T, class F, int HOW, int OPERANDS> void rounded(Warp& w, const Ins& in, Mask mask) {
    Direction held(HOW);
    everyLane(mask, [&](int i) {
        volatile T a = get<T>(w.from(in.a), i);
        volatile T b = OPERANDS > 1 ? get<T>(w.from(in.b), i) : T(0);
        volatile T c = OPERANDS > 2 ? get<T>(w.from(in.c), i) : T(0);
        volatile T made = F::template of<T>(a, b, c);
        put<T>(w.at(in.d), i, made);
    });
}

template <class D, class A, int HOW> void converted(Warp& w, const Ins& in, Mask mask) {
    Direction held(HOW);
    everyLane(mask, [&](int i) {
        volatile A a = get<A>(w.from(in.a), i);
        volatile D made = static_cast<D>(a);
        put<D>(w.at(in.d), i, made);
    });
}

template <class T, int HOW> void arithmetic(Table& t, const char* how, const char* type) {
    t.add({"add.", how, type}, rounded<T, Add, HOW, 2>, lettersOf<T, T, T>());
    t.add({"sub.", how, type}, rounded<T, Subtract, HOW, 2>, lettersOf<T, T, T>());
    t.add({"mul.", how, type}, rounded<T, Multiply, HOW, 2>, lettersOf<T, T, T>());
    t.add({"div.", how, type}, rounded<T, Divide, HOW, 2>, lettersOf<T, T, T>());
    t.add({"fma.", how, type}, rounded<T, FusedMultiply, HOW, 3>, lettersOf<T, T, T, T>());
    t.add({"sqrt.", how, type}, rounded<T, SquareRoot, HOW, 1>, lettersOf<T, T>());
    t.add({"rcp.", how, type}, rounded<T, Reciprocal, HOW, 1>, lettersOf<T, T>());
}

template <int HOW> void directed(Table& t, const char* how) {
    arithmetic<float, HOW>(t, how, "f32");
    arithmetic<double, HOW>(t, how, "f64");
    t.add({"cvt.", how, "f32.f64"}, converted<float, double, HOW>, "fd");
    t.add({"cvt.", how, "f32.s32"}, converted<float, int32_t, HOW>, "fW");
    t.add({"cvt.", how, "f32.u32"}, converted<float, uint32_t, HOW>, "fw");
    t.add({"cvt.", how, "f32.s64"}, converted<float, int64_t, HOW>, "fQ");
    t.add({"cvt.", how, "f32.u64"}, converted<float, uint64_t, HOW>, "fq");
    t.add({"cvt.", how, "f64.s64"}, converted<double, int64_t, HOW>, "dQ");
    t.add({"cvt.", how, "f64.u64"}, converted<double, uint64_t, HOW>, "dq");
}

void addRounded(Table& t) {
    directed<FE_TOWARDZERO>(t, "rz.");
    directed<FE_DOWNWARD>(t, "rm.");
    directed<FE_UPWARD>(t, "rp.");
}

}  // namespace standin
