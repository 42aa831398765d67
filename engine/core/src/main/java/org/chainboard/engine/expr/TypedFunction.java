package org.chainboard.engine.expr;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.chainboard.engine.op.Var;

/**
 * A function that was typed, such as {@code x -> a*x^2 + b}. It is data: nothing outside its grammar can run.
 *
 * <p>Everything works element by element, as Flux's dots do; {@code sum}, {@code mean}, {@code maximum} and {@code minimum}
 * take a whole array to one number, or go along an axis, as {@code sum(x, dims=1)} does. A letter that is no argument is
 * trainable and starts at 1.
 */
public final class TypedFunction implements Parsed {
    private static final int LONGEST = 20_000;
    private static final List<String> USUAL_ARGUMENT = List.of("x");

    private final List<String> arguments;
    private final List<String> letters;
    private final Expr body;
    private final List<Hint> hints;

    TypedFunction(List<String> arguments, Expr body, List<Hint> hints) {
        this.arguments = List.copyOf(arguments);
        this.body = body;
        this.hints = List.copyOf(hints);
        Set<String> free = new LinkedHashSet<>(Walk.names(body));
        this.arguments.forEach(free::remove);
        this.letters = List.copyOf(free);
    }

    /** Reads {@code text}: {@code x -> …}, {@code (x, y) -> …}, {@code f(x) = …}, or a formula in x alone. */
    public static Parsed parse(String text) {
        return parse(text, USUAL_ARGUMENT);
    }

    /** Reads {@code text}, whose arguments are {@code usual} where it does not say what they are. */
    public static Parsed parse(String text, List<String> usual) {
        try {
            if (text.isBlank()) {
                throw new Mistake(0, "blank");
            }
            if (text.length() > LONGEST) {
                throw new Mistake(LONGEST, "long", LONGEST);
            }
            Cursor cursor = new Cursor(Lexer.tokens(text));
            List<String> arguments = new Header(cursor).read().orElse(usual);
            Parser parser = new Parser(cursor, Set.copyOf(arguments));
            Expr body = parser.body();
            return new TypedFunction(arguments, body, parser.hints());
        } catch (Mistake mistake) {
            return mistake.problem();
        }
    }

    /** Where {@code name} first stands in {@code text}; empty where it does not, or where the text cannot be read. */
    public static OptionalInt place(String text, String name) {
        try {
            return Lexer.tokens(text).stream()
                    .filter(token -> token.is(Token.Kind.NAME) && token.text().equals(name))
                    .mapToInt(Token::at)
                    .findFirst();
        } catch (Mistake mistake) {
            return OptionalInt.empty();
        }
    }

    /** The function that {@code text} is known to be. @throws IllegalArgumentException saying what is wrong with it */
    public static TypedFunction of(String text) {
        Parsed parsed = parse(text);
        if (parsed instanceof SyntaxProblem problem) {
            throw new IllegalArgumentException(problem.message());
        }
        return (TypedFunction) parsed;
    }

    /** The arguments in their order. */
    public List<String> arguments() {
        return arguments;
    }

    /** The trainable letters, in the order in which they occur. */
    public List<String> letters() {
        return letters;
    }

    /** Where the text may have been meant otherwise. */
    public List<Hint> hints() {
        return hints;
    }

    Expr body() {
        return body;
    }

    /**
     * Writes the function as graph.
     *
     * @param args a value for each argument, at least one
     * @param letterValues a value for each letter, by name
     * @throws org.chainboard.engine.tensor.ShapeException when sizes do not go together
     */
    public Var apply(List<Var> args, Map<String, Var> letterValues) {
        if (args.size() != arguments.size()) {
            throw new IllegalArgumentException(this + " takes " + arguments.size() + " values, got " + args.size());
        }
        Map<String, Var> values = new LinkedHashMap<>();
        for (int i = 0; i < args.size(); i++) {
            values.put(arguments.get(i), args.get(i));
        }
        for (String letter : letters) {
            Var value = letterValues.get(letter);
            if (value == null) {
                throw new IllegalArgumentException(this + " has no value for its letter " + letter);
            }
            values.put(letter, value);
        }
        return new Lowering(values).lower(body);
    }

    /**
     * The derivative of a function of one argument as a function: that of {@code x -> 3x^2 + 2x + 1} is {@code x -> 6x +
     * 2}. See {@link #derivative(String)}.
     *
     * @throws IllegalArgumentException when there are several arguments
     */
    public Optional<TypedFunction> derivative() {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(this + " has several arguments; say by which one to differentiate");
        }
        return derivative(arguments.get(0));
    }

    /**
     * The derivative by an argument or a letter as a function of the same arguments, simplified as at school. It is worked
     * out element by element; of {@code sum(…)} it is the derivative by each element, for arguments of one size.
     *
     * <p>It takes the rules of {@code grad}. At a corner, where a book has no derivative, it says what holds on one side.
     * Terms are cancelled, so it may have a value where the function has none.
     *
     * @return empty where elements are mixed (softmax, matmul), and where the formula would be too long to be read
     * @throws IllegalArgumentException when {@code name} is neither an argument nor a letter
     */
    public Optional<TypedFunction> derivative(String name) {
        if (!arguments.contains(name) && !letters.contains(name)) {
            throw new IllegalArgumentException(this + " has neither an argument nor a letter " + name);
        }
        return Slope.of(this, name).map(slope -> new TypedFunction(arguments, slope, List.of()));
    }

    /** The whole function in the one spelling that equal functions share; it reads back as this function. */
    public String text() {
        String head = arguments.size() == 1 ? arguments.get(0) : "(" + String.join(", ", arguments) + ")";
        return head + " -> " + formula();
    }

    /** The right side alone, such as {@code 3x^2 + 2x + 1}. */
    public String formula() {
        return Printer.text(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedFunction function
                && arguments.equals(function.arguments)
                && body.equals(function.body);
    }

    @Override
    public int hashCode() {
        return 31 * arguments.hashCode() + body.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
