package org.chainboard.app.inspector.layer;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.OwnUndo;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.expr.Hint;
import org.chainboard.engine.expr.Parsed;
import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Problem;
import org.chainboard.engine.train.Snapshot;

/**
 * A typed function: its text, read at every key, and what it becomes. The text is always the document's, mistakes
 * included; what is typed until the field is left is one step of undo.
 */
final class FunctionPanel extends NodePanel {
    /** A derivative of three lines or so. */
    private static final int LONGEST = 120;

    private final TextField field = new TextField();
    private final MistakeMarker marker = new MistakeMarker();
    private final Label hints = Rows.sentence(Styles.HINT);
    private final Label inputs = Rows.sentence(Styles.HINT);
    private final Label derivative = Rows.sentence(Styles.HINT);
    private final Letters letters;
    private final FunctionCurve curve;
    private boolean typing;
    private boolean wrong;

    FunctionPanel(Context context, String id) {
        super(context, id);
        letters = new Letters(context);
        curve = new FunctionCurve(context);
        field.setId("function-text");
        field.setAccessibleText(context.text("function"));
        field.setPromptText("x -> x^2 + 1");
        field.getStyleClass().add(Styles.MONO);
        hints.setId("function-hints");
        inputs.setId("function-inputs");
        derivative.setId("function-derivative");
        field.textProperty().addListener((property, before, now) -> typed(now));
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commit();
            }
        });
        OwnUndo.install(field, context.history(), () -> typing);
        add(field, marker, hints, inputs, derivative, letters, curve);
    }

    @Override
    boolean tells(Problem found) {
        return found.code() == Problem.Code.FUNCTION && wrong;
    }

    @Override
    void show(NetworkNode node, Facts now) {
        String text = ((Block.Function) node.block()).text();
        letters.nameOf(node.name());
        if (!text.equals(field.getText())) {
            field.setText(text);
            typing = false;
        }
    }

    @Override
    public void live(Snapshot snapshot) {
        if (letters.live(snapshot)) {
            curve.live(letters.values());
        }
    }

    private void typed(String text) {
        Parsed parsed = TypedFunction.parse(text);
        wrong = parsed instanceof SyntaxProblem;
        judge(text, parsed);
        context().node(id()).map(NetworkNode::block).ifPresent(block -> {
            if (block instanceof Block.Function function && !function.text().equals(text)) {
                typing = true;
                int arguments =
                        parsed instanceof TypedFunction f ? f.arguments().size() : function.arguments();
                context().change(id(), "function", new Block.Function(text, arguments));
            }
        });
    }

    private void judge(String text, Parsed parsed) {
        field.pseudoClassStateChanged(Styles.PROBLEM, wrong);
        if (parsed instanceof TypedFunction function) {
            marker.clear();
            hints.setText(function.hints().stream().map(Hint::message).collect(Collectors.joining("\n")));
            inputs.setText(inputs(function.arguments()));
            derivative.setText(derivative(function));
            letters.show(function.letters());
            curve.show(function, letters.values());
        } else {
            // the curve of the last text that could be read stays, faint; half a word must not announce letters
            letters.hide();
            curve.fade();
            marker.show(text, (SyntaxProblem) parsed);
            hints.setText("");
            derivative.setText("");
        }
    }

    private String inputs(List<String> arguments) {
        return arguments.size() == 1
                ? ""
                : context().text("function.inputs", arguments.size(), String.join(", ", arguments));
    }

    /** {@code f′(x) = 6x + 2}; nothing where there is no formula, or one that takes too much room. */
    private String derivative(TypedFunction function) {
        if (function.arguments().size() != 1) {
            return "";
        }
        String argument = function.arguments().get(0);
        return function.derivative()
                .map(TypedFunction::formula)
                .filter(formula -> formula.length() <= LONGEST)
                .map(formula -> context().text("function.derivative", argument, formula))
                .orElse("");
    }

    private void commit() {
        typing = false;
        context().history().seal();
    }
}
