package org.chainboard.engine.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.expr.Expr.Call;
import org.chainboard.engine.expr.Expr.Compare;
import org.chainboard.engine.expr.Expr.Factor;
import org.chainboard.engine.expr.Expr.Neg;
import org.chainboard.engine.expr.Expr.Num;
import org.chainboard.engine.expr.Expr.Power;
import org.chainboard.engine.expr.Expr.Product;
import org.chainboard.engine.expr.Expr.Sum;
import org.chainboard.engine.expr.Expr.Term;

/**
 * Reads a formula by recursive descent, one method for each level: comparison, sum, term, product, power, part. Depth is
 * bounded, so a text can be refused but never exhaust the stack.
 */
final class Parser {
    private static final int DEEPEST = 200;
    private static final Set<String> LOGIC = Set.of("and", "or", "&&", "||");

    private final Cursor cursor;
    private final Names names;
    private final List<Hint> hints = new ArrayList<>();
    private int depth;

    Parser(Cursor cursor, Set<String> arguments) {
        this.cursor = cursor;
        this.names = new Names(arguments);
    }

    List<Hint> hints() {
        return hints;
    }

    /** The whole rest as one formula. */
    Expr body() {
        Expr body = comparison();
        Token rest = cursor.peek();
        if (rest.is(Token.Kind.END)) {
            return body;
        }
        throw unexpectedAfterFormula(rest);
    }

    private Mistake unexpectedAfterFormula(Token rest) {
        if (!rest.is("->") && cursor.isAhead("->")) {
            return new Mistake(rest.at(), "header");
        }
        if (LOGIC.contains(rest.text())) {
            return new Mistake(rest.at(), "logic", rest.text());
        }
        return switch (rest.text()) {
            case ")" -> new Mistake(rest.at(), "closed");
            case "->" -> new Mistake(rest.at(), "arrow");
            case "=" -> new Mistake(rest.at(), "equals");
            case "**" -> new Mistake(rest.at(), "stars");
            case "," -> new Mistake(rest.at(), "comma");
            case ";" -> new Mistake(rest.at(), "semicolon");
            default ->
                Comparison.find(rest.text()).isPresent()
                        ? new Mistake(rest.at(), "twoComparisons")
                        : new Mistake(rest.at(), "missingSign", rest.text());
        };
    }

    private Expr comparison() {
        Expr left = sum();
        var how = cursor.peek().is(Token.Kind.SIGN)
                ? Comparison.find(cursor.peek().text())
                : null;
        if (how == null || how.isEmpty()) {
            return left;
        }
        cursor.take();
        return new Compare(how.get(), left, sum());
    }

    private Expr sum() {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(term(), false));
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            boolean minus = cursor.take().is("-");
            terms.add(new Term(term(), minus));
        }
        return terms.size() == 1 ? terms.get(0).value() : new Sum(terms);
    }

    /** A product with signs before it; the minus is weaker than the product, so -a*b is -(a*b). */
    private Expr term() {
        if (cursor.takes("+")) {
            return deeper(this::term);
        }
        return cursor.takes("-") ? new Neg(deeper(this::term)) : product();
    }

    private Expr product() {
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor(power(), false));
        while (true) {
            Token sign = cursor.peek();
            if (sign.is("*") || sign.is("/")) {
                cursor.take();
                factors.add(new Factor(signedPower(), sign.is("/")));
            } else if (touches(sign)) {
                hintAtQuotient(factors, sign);
                factors.add(new Factor(power(), false));
            } else {
                return factors.size() == 1 ? factors.get(0).value() : new Product(factors);
            }
        }
    }

    /** Whether the next token goes on a product without a sign, as in 2x, (x+1)(x-1), πx and x²y. */
    private boolean touches(Token next) {
        Token before = cursor.before();
        boolean ends = before.is(Token.Kind.NUMBER)
                || before.is(Token.Kind.RAISED)
                || before.is(")")
                || before.text().equals("π");
        return ends && (next.is(Token.Kind.NAME) || next.is("("));
    }

    private void hintAtQuotient(List<Factor> factors, Token next) {
        Factor last = factors.get(factors.size() - 1);
        if (last.under() && last.value() instanceof Num) {
            hints.add(new Hint(Sentences.get("quotient"), next.at()));
        }
    }

    private Expr signedPower() {
        if (cursor.takes("+")) {
            return deeper(this::signedPower);
        }
        return cursor.takes("-") ? new Neg(deeper(this::signedPower)) : power();
    }

    private Expr power() {
        Expr base = raised(part());
        return cursor.takes("^") ? new Power(base, deeper(this::signedPower)) : base;
    }

    private Expr raised(Expr base) {
        if (!cursor.peek().is(Token.Kind.RAISED)) {
            return base;
        }
        String digits = cursor.take().text();
        Expr exponent = Numbers.read(digits.replace("-", ""), cursor.before().at());
        return new Power(base, digits.startsWith("-") ? new Neg(exponent) : exponent);
    }

    private Expr part() {
        Token token = cursor.take();
        if (token.is(Token.Kind.NUMBER)) {
            return Numbers.read(token.text(), token.at());
        } else if (token.is(Token.Kind.NAME)) {
            if (cursor.peek().is("(") && names.callable(token)) {
                return call(token);
            }
            refusePowerOfFunction(token);
            return names.value(token);
        } else if (token.is("(")) {
            Expr inner = deeper(this::comparison);
            close(token);
            return inner;
        }
        throw missingPart(token);
    }

    /** sin^2(x) and sin²(x). */
    private void refusePowerOfFunction(Token name) {
        boolean isRaised = cursor.peek().is("^") || cursor.peek().is(Token.Kind.RAISED);
        if (isRaised && names.isFunction(name)) {
            throw new Mistake(name.at(), "powerOfFunction", name.text());
        }
    }

    private Mistake missingPart(Token token) {
        return switch (token.text()) {
            case "" -> new Mistake(token.at(), "end");
            case ")" -> strayBracket(token);
            case "**" -> new Mistake(token.at(), "stars");
            case "->" -> new Mistake(token.at(), "arrow");
            case ";" -> new Mistake(token.at(), "semicolon");
            case "&&", "||" -> new Mistake(token.at(), "logic", token.text());
            default ->
                cursor.isAhead("->")
                        ? new Mistake(token.at(), "header")
                        : new Mistake(token.at(), "part", token.text());
        };
    }

    private Mistake strayBracket(Token bracket) {
        Token previous = cursor.peek(-2);
        if (previous.is("(")) {
            return new Mistake(previous.at(), "empty");
        }
        return previous == bracket
                ? new Mistake(bracket.at(), "closed")
                : new Mistake(bracket.at(), "part", bracket.text());
    }

    private void close(Token open) {
        Token found = cursor.peek();
        if (cursor.takes(")")) {
            return;
        }
        if (found.is(Token.Kind.END)) {
            throw new Mistake(open.at(), "open");
        }
        throw unexpectedAfterFormula(found);
    }

    private Expr call(Token name) {
        if (cursor.peek(-2) == name && cursor.isBehindBrackets("=") && !names.isFunction(name)) {
            throw new Mistake(name.at(), "header");
        }
        Word word = names.word(name);
        Token open = cursor.take();
        List<Expr> arguments = new ArrayList<>();
        Keywords keywords = new Keywords(cursor, word, name);
        if (!cursor.peek().is(")")) {
            do {
                if (!keywords.read(arguments.isEmpty())) {
                    arguments.add(deeper(this::comparison));
                }
            } while (cursor.takes(",") || keywords.takesSemicolon());
        }
        close(open);
        names.requireCount(word, arguments.size(), name);
        return new Call(word, arguments, keywords.dims());
    }

    /** One level of a formula. */
    private interface Level {
        Expr read();
    }

    private Expr deeper(Level level) {
        if (depth == DEEPEST) {
            throw new Mistake(cursor.peek().at(), "deep", DEEPEST);
        }
        depth++;
        Expr read = level.read();
        depth--;
        return read;
    }
}
