package org.chainboard.engine.expr;

/** What became of a text: a function, or what is wrong with it. */
public sealed interface Parsed permits TypedFunction, SyntaxProblem {}
