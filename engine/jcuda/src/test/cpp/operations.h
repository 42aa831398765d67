// How a handler is made of a function on numbers: D is the type of the result, A, B, C of the operands.
#pragma once

#include <cmath>
#include <type_traits>

#include "ptx.h"

namespace standin {

template <class D, class A, class F> void unary(Warp& w, const Ins& in, Mask mask) {
    char* d = w.at(in.d);
    const char* a = w.from(in.a);
    lanes(w, mask, [=](int i) { put<D>(d, i, F::of(get<A>(a, i))); });
}

template <class D, class A, class B, class F> void binary(Warp& w, const Ins& in, Mask mask) {
    char* d = w.at(in.d);
    const char* a = w.from(in.a);
    const char* b = w.from(in.b);
    lanes(w, mask, [=](int i) { put<D>(d, i, F::of(get<A>(a, i), get<B>(b, i))); });
}

template <class D, class A, class C, class F> void ternary(Warp& w, const Ins& in, Mask mask) {
    char* d = w.at(in.d);
    const char* a = w.from(in.a);
    const char* b = w.from(in.b);
    const char* c = w.from(in.c);
    lanes(w, mask, [=](int i) { put<D>(d, i, F::of(get<A>(a, i), get<A>(b, i), get<C>(c, i))); });
}

template <class A, class F> void compare(Warp& w, const Ins& in, Mask mask) {
    const char* a = w.from(in.a);
    const char* b = w.from(in.b);
    Mask found = 0;
    for (int i = 0; i < LANES; i++) {
        found |= Mask(F::of(get<A>(a, i), get<A>(b, i))) << i;
    }
    Mask& p = w.predicate(in.d);
    p = (p & ~mask) | (found & mask);
}

// The same for what is seldom met: quicker to compile, slower to run.
template <class D, class A, class B, class F> void seldom(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        put<D>(w.at(in.d), i, F::of(get<A>(w.from(in.a), i), get<B>(w.from(in.b), i)));
    });
}

template <class D, class A, class F> void seldomOne(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) { put<D>(w.at(in.d), i, F::of(get<A>(w.from(in.a), i))); });
}

template <class D, class A, class C, class F> void seldomThree(Warp& w, const Ins& in, Mask mask) {
    everyLane(mask, [&](int i) {
        put<D>(w.at(in.d), i, F::of(get<A>(w.from(in.a), i), get<A>(w.from(in.b), i), get<C>(w.from(in.c), i)));
    });
}

// The letter of a type among a Simple's operands.
template <class T> constexpr char letterOf() {
    if (std::is_same_v<T, float>) {
        return 'f';
    }
    if (std::is_same_v<T, double>) {
        return 'd';
    }
    constexpr bool is = std::is_signed_v<T>;
    return sizeof(T) == 8 ? (is ? 'Q' : 'q') : sizeof(T) == 4 ? (is ? 'W' : 'w') : (is ? 'H' : 'h');
}

template <class... T> const char* lettersOf() {
    static const char letters[] = {letterOf<T>()..., 0};
    return letters;
}

}  // namespace standin
