package org.chainboard.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.chainboard.app.canvas.gesture.Connections;
import org.chainboard.app.canvas.gesture.Gestures;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.Camera;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.app.canvas.view.NetworkFacts;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.canvas.view.NodeView;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Selection;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.engine.network.Block;
import org.chainboard.tools.project.Position;

/** The canvas of the window. All methods belong to the JavaFX thread. */
public final class CanvasPane extends StackPane {
    private static final double ZOOM_STEP = 1.25;

    private final History history;
    private final Selection selection;
    private final ObservableValue<NetworkFacts> facts;
    private final Board board;
    private final Gestures gestures;
    private final Label hint = new Label();
    /** What the whole drawing in view looked like, and the size that was for; nothing before the first layout. */
    private Camera fitted;

    private Dimension2D fittedTo;

    /**
     * @param facts sizes and problems of the document in use; may come later than the document
     * @param live asked for the newest numbers once per pulse
     * @param connections which wires may be drawn
     */
    public CanvasPane(
            History history,
            Selection selection,
            ObservableValue<NetworkFacts> facts,
            NodeLive live,
            Connections connections,
            Texts texts,
            Theme theme,
            PulseClock clock) {
        this.history = history;
        this.selection = selection;
        this.facts = facts;
        board = new Board(texts, theme.palette());
        gestures = new Gestures(board, history, selection, connections, clock);
        hint.setText(texts.get("canvas.hint"));
        hint.getStyleClass().add(Styles.CANVAS_HINT);
        hint.setMouseTransparent(true);
        setMinSize(0, 0);
        getChildren().addAll(board, hint);
        history.document().addListener(property -> show());
        facts.addListener(property -> show());
        selection.nodes().addListener(property -> showSelection());
        selection.wires().addListener(property -> showSelection());
        clock.onPulse(now -> board.live(live));
        board.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        board.setAccessibleText(texts.get("canvas.name"));
        show();
    }

    /** What is in view, for the status line's per cent. */
    public ReadOnlyObjectProperty<Camera> camera() {
        return board.camera();
    }

    /** Brings the whole drawing into view, as after opening a file. It stays so when the window changes its size. */
    public void fit() {
        board.fit(Set.of());
        fitted = board.camera().get();
        fittedTo = new Dimension2D(board.getWidth(), board.getHeight());
    }

    /** A node from the palette is carried along by the mouse. */
    public void carry(Block block, MouseEvent event) {
        gestures.carry(block, event);
    }

    /** The node that is carried is let go. */
    public void letGo(Block block, MouseEvent event) {
        gestures.letGo(block, event);
    }

    /** Adds a node in the middle of the view, on no other one, and selects it. */
    public void add(Block block) {
        CardSize size = CardSize.of(block);
        Position middle = board.camera().get().toWorld(board.getWidth() / 2, board.getHeight() / 2);
        Position wanted = middle.plus(-size.width() / 2, -size.portRow());
        Position place = FreePlace.near(
                wanted, size, board.nodeViews().map(NodeView::area).toList());
        String id = history.nextId();
        history.apply(Edits.add(block, place));
        selection.select(Set.of(id));
        reveal(id);
    }

    /** Gives up the gesture that is going on, if there is one. */
    public void cancel() {
        gestures.cancel();
    }

    /** Does what a key or a menu asks for. */
    public void run(CanvasCommand command) {
        double zoom = board.camera().get().zoom();
        switch (command) {
            case UNDO -> history.undo();
            case REDO -> history.redo();
            case DELETE -> delete();
            case SELECT_ALL -> selection.all();
            case CANCEL -> {
                if (!gestures.cancel()) {
                    selection.clear();
                }
            }
            case ZOOM_IN -> board.zoom(zoom * ZOOM_STEP);
            case ZOOM_OUT -> board.zoom(zoom / ZOOM_STEP);
            case ZOOM_RESET -> board.zoom(1);
            case ZOOM_FIT -> fit();
            case ZOOM_SELECTION -> board.fit(selection.nodes().get());
            case GO_LEFT, GO_RIGHT, GO_UP, GO_DOWN -> go(direction(command));
            case NUDGE_LEFT, NUDGE_RIGHT, NUDGE_UP, NUDGE_DOWN -> nudge(direction(command));
        }
    }

    private static Direction direction(CanvasCommand command) {
        String name = command.name();
        return Direction.valueOf(name.substring(name.indexOf('_') + 1));
    }

    private void key(KeyEvent event) {
        CanvasCommand.of(event).ifPresent(command -> {
            run(command);
            event.consume();
        });
    }

    private void delete() {
        if (!selection.isEmpty()) {
            history.apply(
                    Edits.remove(selection.nodes().get(), selection.wires().get()));
        }
    }

    private void go(Direction direction) {
        List<NodeView> all = board.nodeViews().toList();
        Set<String> selected = selection.nodes().get();
        all.stream()
                .filter(view -> selected.contains(view.node()))
                .findFirst()
                .map(from -> direction.next(from, all))
                .orElseGet(() -> all.stream().findFirst())
                .ifPresent(next -> {
                    selection.select(Set.of(next.node()));
                    reveal(next.node());
                });
    }

    private void nudge(Direction direction) {
        Map<String, Position> places = new HashMap<>();
        for (String id : selection.nodes().get()) {
            Position place = history.now().positions().get(id);
            places.put(id, place.plus(direction.dx() * CardSize.GRID, direction.dy() * CardSize.GRID));
        }
        if (!places.isEmpty()) {
            history.apply(Edits.move(places).merging("nudge " + places.keySet()));
        }
    }

    /** Moves the view when a node lies outside it. */
    private void reveal(String id) {
        board.nodeViews()
                .filter(view -> view.node().equals(id))
                .map(NodeView::area)
                .filter(area -> !board.visibleArea().contains(area))
                .findFirst()
                .ifPresent(area -> board.centre(
                        new Position(area.getMinX() + area.getWidth() / 2, area.getMinY() + area.getHeight() / 2)));
    }

    private void show() {
        board.show(history.now(), facts.getValue());
        showSelection();
        boolean untouched = history.now().network().nodes().size() <= 2
                && history.now().network().wires().isEmpty();
        hint.setVisible(untouched);
    }

    private void showSelection() {
        board.select(selection.nodes().get(), selection.wires().get());
    }

    /** Keys go to what lies in it. */
    @Override
    public void requestFocus() {
        board.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Dimension2D size = new Dimension2D(board.getWidth(), board.getHeight());
        boolean asFitted = fitted == null || fitted.equals(board.camera().get());
        if (!size.equals(fittedTo) && asFitted && size.getWidth() > 0 && size.getHeight() > 0) {
            fit();
        }
    }
}
