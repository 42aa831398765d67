package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chainboard.jcuda.StandInCalls.check;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Instructions that a compiler seldom writes, each in a kernel of one thread that stores %r1. */
class StandInInstructionsOnStandInTest {
    private static final String KERNEL = String.join(
            "\n",
            ".version 6.4",
            ".target sm_50",
            ".address_size 64",
            ".visible .entry k(.param .u64 out)",
            "{",
            ".reg .pred %p<5>; .reg .b16 %rs<5>; .reg .b32 %r<9>; .reg .b64 %rd<9>; .reg .f32 %f<5>; .reg .f64 %fd<5>;",
            ".shared .align 8 .b8 held[16]; .local .align 8 .b8 own[16];",
            "ld.param.u64 %rd1, [out];",
            "BODY",
            "st.global.u32 [%rd1], %r1;",
            "ret;",
            "}");

    private StandIn standIn;
    private StandInCalls cuda;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        cuda = new StandInCalls();
    }

    @AfterEach
    void end() {
        if (cuda != null) {
            cuda.close();
        }
    }

    private static Arguments one(String name, long expected, String... body) {
        return arguments(name, (int) expected, String.join("\n", body));
    }

    static Stream<Arguments> instructions() {
        return Stream.concat(control(), numbers());
    }

    private static Stream<Arguments> control() {
        return Stream.of(
                one(
                        "a branch table",
                        30,
                        "mov.u32 %r2, 2;",
                        "ways: .branchtargets $A, $B, $C;",
                        "brx.idx %r2, ways;",
                        "$A: mov.u32 %r1, 10; bra $D;",
                        "$B: mov.u32 %r1, 20; bra.uni $D;",
                        "$C: mov.u32 %r1, 30;",
                        "$D:"),
                one(
                        "two predicates of one comparison",
                        2,
                        "mov.u32 %r2, 5; setp.eq.u32 %p3, %r2, 5;",
                        "setp.gt.and.s32 %p1|%p2, %r2, 7, %p3;",
                        "selp.b32 %r1, 1, 0, %p1; @%p2 add.s32 %r1, %r1, 2;"),
                one(
                        "a negated predicate",
                        1,
                        "mov.u32 %r2, 5; setp.eq.u32 %p1, %r2, 4; setp.ne.u32 %p2, %r2, 4;",
                        "and.pred %p3, !%p1, %p2; selp.u32 %r1, 1, 0, %p3;"),
                one(
                        "shared memory by a generic address",
                        77,
                        "mov.u64 %rd2, held; cvta.shared.u64 %rd3, %rd2; mov.u32 %r2, 77;",
                        "st.u32 [%rd3+8], %r2; ld.shared.u32 %r1, [held+8];"),
                one(
                        "local memory by both addresses",
                        -3,
                        "mov.u64 %rd2, own; cvta.local.u64 %rd3, %rd2; mov.u16 %rs1, -3;",
                        "st.u16 [%rd3+2], %rs1; ld.local.s16 %r1, [%rd2+2];"),
                one(
                        "a vector whose address is part of it",
                        9,
                        "mov.u64 %rd2, held; mov.u64 %rd3, 4; mov.u64 %rd4, 5;",
                        "st.shared.v2.u64 [%rd2], {%rd3, %rd4}; ld.shared.v2.u64 {%rd2, %rd5}, [%rd2];",
                        "add.u64 %rd6, %rd2, %rd5; cvt.u32.u64 %r1, %rd6;"));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                one(
                        "lop3",
                        0b1110_0100,
                        "mov.u32 %r2, 0b11110000; mov.u32 %r3, 0b11001100;",
                        "lop3.b32 %r1, %r2, %r3, 0xAA, 0xE4;"),
                one("bfe.s32", -3, "mov.u32 %r2, 0xD0;", "bfe.s32 %r1, %r2, 4, 4;"),
                one("bfe.u64", 0xD, "mov.u64 %rd2, 0xD000000000;", "bfe.u64 %rd3, %rd2, 36, 4; cvt.u32.u64 %r1, %rd3;"),
                one("bfi", 0xABFD, "mov.u32 %r2, 0xF; mov.u32 %r3, 0xAB0D;", "bfi.b32 %r1, %r2, %r3, 4, 4;"),
                one(
                        "mad.wide",
                        7,
                        "mov.u32 %r2, -2; mov.u64 %rd2, 13;",
                        "mad.wide.s32 %rd3, %r2, 3, %rd2; cvt.u32.u64 %r1, %rd3;"),
                one("a carried sum", 3, "mov.u32 %r2, -1;", "add.cc.u32 %r3, %r2, 1; addc.u32 %r1, 1, 1;"),
                one(
                        "a carried product",
                        1,
                        "mov.u32 %r2, -1;",
                        "mad.lo.cc.u32 %r3, %r2, 1, 1; madc.hi.u32 %r1, %r2, 1, 0;"),
                one(
                        "shf.r.clamp",
                        0x22222222,
                        "mov.u32 %r2, 0x11111111; mov.u32 %r3, 0x22222222;",
                        "shf.r.clamp.b32 %r1, %r2, %r3, 40;"),
                one("sad", 14, "mov.u32 %r2, 3;", "sad.s32 %r1, %r2, -8, 3;"),
                one("prmt with signs", 0xFF00_0080, "mov.u32 %r2, 0x7F80;", "prmt.b32 %r1, %r2, 0, 0x8290;"),
                one("testp", 1, "mov.f32 %f1, 0f7F800000;", "testp.infinite.f32 %p1, %f1; selp.u32 %r1, 1, 0, %p1;"),
                one(
                        "an unordered comparison",
                        1,
                        "mov.f32 %f1, 0f7FC00000;",
                        "setp.ltu.f32 %p1, %f1, 0f00000000; selp.u32 %r1, 1, 0, %p1;"),
                one(
                        "an ordered comparison",
                        0,
                        "mov.f32 %f1, 0f7FC00000;",
                        "setp.ne.f32 %p1, %f1, 0f00000000; selp.u32 %r1, 1, 0, %p1;"),
                one(
                        "a conversion held in range",
                        Integer.MAX_VALUE,
                        "mov.f32 %f1, 0f7F000000;",
                        "cvt.rni.s32.f32 %r1, %f1;"),
                one(
                        "what is no number becomes 0",
                        0,
                        "mov.f64 %fd1, 0d7FF8000000000000;",
                        "cvt.rzi.s32.f64 %r1, %fd1;"),
                one(
                        "rounding up to float",
                        0x3DCCCCCD,
                        "mov.f64 %fd1, 0d3FB9999980000001;",
                        "cvt.rp.f32.f64 %f1, %fd1; mov.b32 %r1, %f1;"),
                one(
                        "small numbers flushed",
                        0,
                        "mov.f32 %f1, 0fFF000000;",
                        "ex2.approx.ftz.f32 %f2, %f1; mov.b32 %r1, %f2;"),
                one(
                        "the smaller zero",
                        0x80000000L,
                        "mov.f32 %f1, 0f00000000;",
                        "min.f32 %f2, %f1, 0f80000000; mov.b32 %r1, %f2;"),
                one("one part of a pair", 0x3FF00000, "mov.f64 %fd1, 0d3FF0000012345678;", "mov.b64 {_, %r1}, %fd1;"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instructions")
    void theyGiveWhatTheBookSays(String name, int expected, String body) {
        CUmodule module = new CUmodule();
        int loaded = StandInCalls.load(module, KERNEL.replace("BODY", body));
        assertThat(standIn.log()).isEmpty();
        check(loaded);
        CUfunction kernel = new CUfunction();
        check(JCudaDriver.cuModuleGetFunction(kernel, module, "k"));
        CUdeviceptr out = cuda.ints(0);
        check(JCudaDriver.cuLaunchKernel(kernel, 1, 1, 1, 1, 1, 1, 0, null, Pointer.to(Pointer.to(out)), null));

        assertThat(cuda.ints(out, 1)).containsExactly(expected);
    }
}
