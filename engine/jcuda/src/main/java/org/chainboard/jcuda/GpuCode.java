package org.chainboard.jcuda;

/**
 * What one instruction of {@link Kernel#RUN} does, element by element, to operands a, b and c; by its number here. The
 * names, but for the last three, and what they mean are those of the codes that the engine's lowering makes. A name that
 * ends in S or R differs from the one without only in that b is to be given as a single number; in R the operands come
 * the other way round.
 */
enum GpuCode {
    COPY,
    NEG,
    SQUARE,
    SQRT,
    INV,
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    SINH,
    COSH,
    TANH,
    SIGMOID,
    SOFTPLUS,
    RELU,
    ABS,
    SIGN,
    FLOOR,
    ADD,
    SUB,
    MUL,
    DIV,
    POW,
    MAX,
    MIN,
    GREATER,
    EQUAL,
    CHAIN,
    WHERE,
    /** The same as {@link #COPY}; a is to be given as a single number. */
    FILL,
    ADD_S,
    SUB_S,
    SUB_R,
    MUL_S,
    DIV_S,
    DIV_R,
    MAX_S,
    MIN_S,
    GREATER_S,
    EQUAL_S,
    FMA,
    FMA_S,
    FNMA,
    FNMA_S,
    MEAN_S,
    MEAN_SQUARES_S,
    /** c is to be given as a single number too. */
    ROOT_S,
    RATIO_S,
    TANH_SLOPE,
    SIGMOID_SLOPE,
    RELU_SLOPE,
    /** The angle of the point (b, a). */
    ATAN2,
    /** √(a² + b²) without overflow. */
    HYPOT,
    /** log(exp(a) + exp(b)) without overflow. */
    LOGADDEXP
}
