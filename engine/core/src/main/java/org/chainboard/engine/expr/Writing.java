package org.chainboard.engine.expr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.expr.Atom.Choice;
import org.chainboard.engine.expr.Atom.Function;
import org.chainboard.engine.expr.Atom.Group;
import org.chainboard.engine.expr.Atom.Symbol;
import org.chainboard.engine.expr.Expr.Call;
import org.chainboard.engine.expr.Expr.Compare;
import org.chainboard.engine.expr.Expr.Constant;
import org.chainboard.engine.expr.Expr.Factor;
import org.chainboard.engine.expr.Expr.Name;
import org.chainboard.engine.expr.Expr.Neg;
import org.chainboard.engine.expr.Expr.Num;
import org.chainboard.engine.expr.Expr.Power;
import org.chainboard.engine.expr.Expr.Product;
import org.chainboard.engine.expr.Expr.Sum;
import org.chainboard.engine.expr.Expr.Term;

/** Writes a formula as books do: falling powers, numbers first, what has a negative exponent under the line. */
final class Writing {
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(53);

    private final List<String> arguments;
    private final boolean decimals;
    private final boolean powersOfE;

    /**
     * @param arguments the names by whose powers a sum is ordered
     * @param decimals whether a half is written 0.5 rather than 1/2
     * @param powersOfE whether exp(x) is written e^x
     */
    Writing(List<String> arguments, boolean decimals, boolean powersOfE) {
        this.arguments = arguments;
        this.decimals = decimals;
        this.powersOfE = powersOfE;
    }

    int length(Terms terms) {
        return Printer.text(write(terms)).length();
    }

    Expr write(Terms terms) {
        if (terms.isZero()) {
            return Num.ZERO;
        }
        List<Map.Entry<Monomial, Ratio>> parts = new ArrayList<>(terms.parts().entrySet());
        parts.sort(Comparator.comparing(
                        (Map.Entry<Monomial, Ratio> part) -> part.getKey().equals(Monomial.ONE))
                .thenComparing(part -> degree(part.getKey()).negated()));
        if (parts.size() == 2 || !parts.stream().allMatch(part -> part.getKey().isPolynomial())) {
            startWithPlus(parts);
        }
        Map.Entry<Monomial, Ratio> first = parts.get(0);
        Expr start = product(first.getKey(), first.getValue().absolute());
        start = first.getValue().sign() < 0 ? new Neg(start) : start;
        if (parts.size() == 1) {
            return start;
        }
        List<Term> sum = new ArrayList<>(List.of(new Term(start, false)));
        for (Map.Entry<Monomial, Ratio> part : parts.subList(1, parts.size())) {
            sum.add(new Term(
                    product(part.getKey(), part.getValue().absolute()),
                    part.getValue().sign() < 0));
        }
        return new Sum(sum);
    }

    /** 1 - x^2 rather than -x^2 + 1. */
    private static void startWithPlus(List<Map.Entry<Monomial, Ratio>> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).getValue().sign() > 0) {
                parts.add(0, parts.remove(i));
                return;
            }
        }
    }

    private Ratio degree(Monomial monomial) {
        Ratio degree = Ratio.ZERO;
        for (Map.Entry<Atom, Terms> power : monomial.powers().entrySet()) {
            boolean counts = power.getKey() instanceof Symbol symbol
                    && symbol.written() instanceof Name name
                    && arguments.contains(name.text());
            degree = counts ? degree.plus(power.getValue().number().orElse(Ratio.ZERO)) : degree;
        }
        return degree;
    }

    private Expr product(Monomial monomial, Ratio times) {
        boolean asDecimal = times.isWhole()
                || decimals && times.isDecimal()
                || times.over().max(times.under()).compareTo(LARGEST) > 0;
        List<Expr> over = new ArrayList<>();
        List<Expr> under = new ArrayList<>();
        if (!times.equals(Ratio.ONE) && (asDecimal || !times.over().equals(BigInteger.ONE))) {
            over.add(asDecimal ? number(times) : number(new Ratio(times.over(), BigInteger.ONE)));
        }
        if (!asDecimal) {
            under.add(number(new Ratio(times.under(), BigInteger.ONE)));
        }
        monomial.powers().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Atom, Terms> power) -> rank(power.getKey()))
                        .thenComparingInt(power -> place(power.getKey())))
                .forEach(power -> {
                    boolean down =
                            power.getValue().number().filter(n -> n.sign() < 0).isPresent();
                    Terms exponent = down ? Algebra.scaled(power.getValue(), Ratio.of(-1)) : power.getValue();
                    (down ? under : over).add(power(power.getKey(), exponent));
                });
        List<Factor> factors = new ArrayList<>();
        over.forEach(factor -> factors.add(new Factor(factor, false)));
        if (over.isEmpty()) {
            factors.add(new Factor(Num.ONE, false));
        }
        if (!under.isEmpty()) {
            factors.add(new Factor(joined(under), true));
        }
        return factors.size() == 1 ? factors.get(0).value() : new Product(factors);
    }

    private static Expr joined(List<Expr> factors) {
        return factors.size() == 1
                ? factors.get(0)
                : new Product(factors.stream()
                        .map(factor -> new Factor(factor, false))
                        .toList());
    }

    private static Num number(Ratio positive) {
        double value = positive.value();
        if (!Double.isFinite(value)) {
            throw new GivenUp("too large");
        }
        return new Num(value);
    }

    /** Numbers, constants, letters, arguments, functions, brackets, choices. */
    private int rank(Atom atom) {
        if (atom instanceof Symbol symbol) {
            if (symbol.written() instanceof Name name) {
                return arguments.contains(name.text()) ? 2 : 1;
            }
            return 0;
        }
        if (atom instanceof Group group) {
            return group.sum().isNumber()
                    ? 3
                    : !hasArgument(write(atom)) ? 1 : group.sum().parts().size() == 1 ? 4 : 6;
        }
        return atom instanceof Function ? 5 : 7;
    }

    /** Arguments stand in their order. */
    private int place(Atom atom) {
        return atom instanceof Symbol symbol && symbol.written() instanceof Name name
                ? arguments.indexOf(name.text())
                : 0;
    }

    private Expr power(Atom atom, Terms exponent) {
        Expr base = write(atom);
        return exponent.isOne() ? base : new Power(base, write(exponent));
    }

    private Expr write(Atom atom) {
        if (atom instanceof Symbol symbol) {
            return symbol.written();
        } else if (atom instanceof Group group) {
            return write(group.sum());
        } else if (atom instanceof Choice choice) {
            return new Call(
                    Functions.word("if"), List.of(write(choice.test()), write(choice.yes()), write(choice.no())));
        }
        Function function = (Function) atom;
        List<Expr> inside = function.arguments().stream().map(this::write).toList();
        return powersOfE && function.word().isCalled("exp")
                ? new Power(Constant.E, inside.get(0))
                : new Call(function.word(), inside);
    }

    /** The argument stands on the left. */
    private Compare write(Atom.Test test) {
        Expr left = write(test.left());
        Expr right = write(test.right());
        boolean turned = !hasArgument(left) && hasArgument(right);
        return turned ? new Compare(test.how().turned(), right, left) : new Compare(test.how(), left, right);
    }

    private boolean hasArgument(Expr formula) {
        return Walk.names(formula).stream().anyMatch(arguments::contains);
    }
}
