// Floating-point numbers, rounded to nearest; comparisons; and the approximate instructions, computed exactly.
#include "operations.h"

namespace standin {
namespace floats {

struct Add {
    template <class T> static T of(T a, T b) { return a + b; }
};
struct Subtract {
    template <class T> static T of(T a, T b) { return a - b; }
};
struct Multiply {
    template <class T> static T of(T a, T b) { return a * b; }
};
struct Divide {
    template <class T> static T of(T a, T b) { return a / b; }
};
struct FusedMultiply {
    static float of(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
    static double of(double a, double b, double c) { return __builtin_fma(a, b, c); }
};
struct SquareRoot {
    static float of(float a) { return __builtin_sqrtf(a); }
    static double of(double a) { return __builtin_sqrt(a); }
};
struct Reciprocal {
    template <class T> static T of(T a) { return T(1) / a; }
};
struct ReciprocalRoot {
    static float of(float a) { return float(1 / std::sqrt(double(a))); }
    static double of(double a) { return 1 / std::sqrt(a); }
};
struct Negate {
    template <class T> static T of(T a) { return -a; }
};
struct Absolute {
    static float of(float a) { return __builtin_fabsf(a); }
    static double of(double a) { return __builtin_fabs(a); }
};
// min and max give the number where one is no number, and know the sign of zero
struct Least {
    template <class T> static T of(T a, T b) {
        return a != a ? b : a < b || b != b || (a == b && std::signbit(a)) ? a : b;
    }
};
struct Greatest {
    template <class T> static T of(T a, T b) {
        return a != a ? b : a > b || b != b || (a == b && !std::signbit(a)) ? a : b;
    }
};
template <class F> struct WithNan {
    template <class T> static T of(T a, T b) { return a != a ? a : b != b ? b : F::of(a, b); }
};
struct CopySign {
    template <class T> static T of(T a, T b) { return std::copysign(b, a); }
};

template <class T> T flushed(T a) { return std::fpclassify(a) == FP_SUBNORMAL ? std::copysign(T(0), a) : a; }

template <class F> struct Flushing {
    template <class T> static T of(T a) { return flushed(F::of(flushed(a))); }
    template <class T> static T of(T a, T b) { return flushed(F::of(flushed(a), flushed(b))); }
};

// The 64-bit ones know the upper half of their operand only, and give an upper half.
template <class F> struct UpperHalf {
    static double cut(double a) {
        uint64_t bits;
        std::memcpy(&bits, &a, 8);
        bits &= 0xffffffff00000000ull;
        std::memcpy(&a, &bits, 8);
        return a;
    }
    static double of(double a) { return a != a ? a : cut(flushed(F::of(flushed(cut(a))))); }
};

// Through double, which is exact enough for a float.
#define THROUGH_DOUBLE(NAME, FUNCTION)                                        \
    struct NAME {                                                             \
        static float of(float a) { return float(FUNCTION(double(a))); }       \
    };
THROUGH_DOUBLE(Exponential2, std::exp2)
THROUGH_DOUBLE(Logarithm2, std::log2)
THROUGH_DOUBLE(Sine, std::sin)
THROUGH_DOUBLE(Cosine, std::cos)
THROUGH_DOUBLE(HyperbolicTangent, std::tanh)

template <class T> void arithmetic(Table& t, const char* type) {
    const char* three = lettersOf<T, T, T>();
    const char* two = lettersOf<T, T>();
    t.add({"add.", type}, binary<T, T, T, Add>, three);
    t.add({"sub.", type}, binary<T, T, T, Subtract>, three);
    t.add({"mul.", type}, binary<T, T, T, Multiply>, three);
    t.add({"div.", type}, binary<T, T, T, Divide>, three);
    t.add({"fma.", type}, ternary<T, T, T, FusedMultiply>, lettersOf<T, T, T, T>());
    t.add({"mad.", type}, ternary<T, T, T, FusedMultiply>, lettersOf<T, T, T, T>());
    t.add({"sqrt.", type}, unary<T, T, SquareRoot>, two);
    t.add({"rcp.", type}, unary<T, T, Reciprocal>, two);
    t.add({"neg.", type}, unary<T, T, Negate>, two);
    t.add({"abs.", type}, unary<T, T, Absolute>, two);
    t.add({"min.", type}, binary<T, T, T, Least>, three);
    t.add({"max.", type}, binary<T, T, T, Greatest>, three);
    t.add({"min.NaN.", type}, seldom<T, T, T, WithNan<Least>>, three);
    t.add({"max.NaN.", type}, seldom<T, T, T, WithNan<Greatest>>, three);
    t.add({"copysign.", type}, binary<T, T, T, CopySign>, three);
}

static void listFloats(Table& t) {
    arithmetic<float>(t, "f32");
    arithmetic<double>(t, "f64");
}

template <class F> void approximate(Table& t, const char* name) {
    t.add({name, ".approx.f32"}, seldomOne<float, float, F>, "ff");
    t.add({name, ".approx.ftz.f32"}, seldomOne<float, float, Flushing<F>>, "ff");
}

static void listFloatApproximations(Table& t) {
    approximate<Exponential2>(t, "ex2");
    approximate<Logarithm2>(t, "lg2");
    approximate<Sine>(t, "sin");
    approximate<Cosine>(t, "cos");
    approximate<Reciprocal>(t, "rcp");
    approximate<SquareRoot>(t, "sqrt");
    approximate<ReciprocalRoot>(t, "rsqrt");
    t.add({"tanh.approx.f32"}, seldomOne<float, float, HyperbolicTangent>, "ff");
    t.add({"div.approx.f32"}, binary<float, float, float, Divide>, "fff");
    t.add({"div.full.f32"}, binary<float, float, float, Divide>, "fff");
    t.add({"div.approx.ftz.f32"}, seldom<float, float, float, Flushing<Divide>>, "fff");
    t.add({"div.full.ftz.f32"}, seldom<float, float, float, Flushing<Divide>>, "fff");
    t.add({"rsqrt.approx.f64"}, seldomOne<double, double, ReciprocalRoot>, "dd");
    t.add({"rcp.approx.ftz.f64"}, seldomOne<double, double, UpperHalf<Reciprocal>>, "dd");
    t.add({"rsqrt.approx.ftz.f64"}, seldomOne<double, double, UpperHalf<ReciprocalRoot>>, "dd");
}

}  // namespace floats

void addFloats(Table& t) { floats::listFloats(t); }

void addFloatApproximations(Table& t) { floats::listFloatApproximations(t); }

}  // namespace standin
