package org.chainboard.engine.lower;

/**
 * What one instruction does, element by element, to operands a, b and c. A name that ends in S takes b as one number for
 * all elements; one that ends in R does so with the operands the other way round.
 */
public enum Code {
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
    /** a b, and 0 where a is 0. */
    CHAIN,
    /** b where a is not 0, else c. */
    WHERE,
    /** Every element is the number a. */
    FILL,
    ADD_S,
    SUB_S,
    /** b - a for one number b. */
    SUB_R,
    MUL_S,
    DIV_S,
    /** b / a for one number b. */
    DIV_R,
    MAX_S,
    MIN_S,
    GREATER_S,
    EQUAL_S,
    /** a b + c. */
    FMA,
    FMA_S,
    /** c - a b. */
    FNMA,
    FNMA_S,
    /** a b + (1 - b) c for one number b: a running average. */
    MEAN_S,
    /** The same of squares: a b + (1 - b) c². */
    MEAN_SQUARES_S,
    /** √(a b) + c for one number b and one number c. */
    ROOT_S,
    /** a b / c for one number b. */
    RATIO_S,
    /** b (1 - a²), and 0 where b is 0: what arrives, b, with the slope of tanh where it has the value a. */
    TANH_SLOPE,
    /** b a (1 - a), and 0 where b is 0: the same for σ. */
    SIGMOID_SLOPE,
    /** b where a > 0, else b times 0: the same for relu, at the input a. */
    RELU_SLOPE,

    // the rest give one number for all elements

    SUM,
    /** Σ a². */
    SUM_SQUARES,
    /** Σ a b. */
    SUM_PRODUCTS,
    /** Σ 0 a: 0 when all are finite, else NaN. */
    SUM_ZEROS,
    LARGEST;

    /** Whether it gives one number for all elements. */
    public boolean reduces() {
        return compareTo(SUM) >= 0;
    }
}
