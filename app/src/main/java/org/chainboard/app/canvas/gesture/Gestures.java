package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.Camera;
import org.chainboard.app.canvas.view.NodeView;
import org.chainboard.app.canvas.view.PortView;
import org.chainboard.app.canvas.view.WireView;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.History;
import org.chainboard.app.document.Selection;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.engine.network.Block;
import org.chainboard.tools.project.Position;

/** Turns mouse events into gestures, one at a time, and what they give into steps of the history. */
public final class Gestures {
    private static final double PORT_REACH = 11;
    private static final double WIRE_REACH = 6;
    private static final double STILL = 3;
    private static final double EDGE = 18;
    private static final double SCROLL_PER_PULSE = 9;
    private static final double ZOOM_PER_NOTCH = 1.0025;

    private final Board board;
    private final History history;
    private final Selection selection;
    private final Connections connections;
    private Gesture active;
    private Pointer pressed;
    private Pointer last;
    private boolean held;
    private boolean dragging;
    private boolean spaceHeld;

    /**
     * @param connections which wires may be drawn
     * @param clock moves the view while a hand waits at its edge
     */
    public Gestures(Board board, History history, Selection selection, Connections connections, PulseClock clock) {
        this.board = board;
        this.history = history;
        this.selection = selection;
        this.connections = connections;
        board.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        board.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> move(pointer(event)));
        board.addEventHandler(MouseEvent.MOUSE_MOVED, event -> move(pointer(event)));
        board.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release(pointer(event)));
        board.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        board.addEventHandler(ZoomEvent.ZOOM, event -> zoom(event.getZoomFactor(), event.getX(), event.getY()));
        board.addEventHandler(KeyEvent.KEY_PRESSED, event -> space(event, true));
        board.addEventHandler(KeyEvent.KEY_RELEASED, event -> space(event, false));
        clock.onPulse(now -> scrollAtEdge());
        board.focusedProperty().addListener(property -> space(false));
        history.document().addListener((property, before, now) -> abandon());
    }

    /** Gives up what is going on. @return whether there was anything */
    public boolean cancel() {
        boolean was = active != null;
        if (was) {
            active.giveUp();
            end();
        }
        return was;
    }

    /** The document is another one now: what is going on is about one that is gone. */
    private void abandon() {
        if (active != null) {
            end();
        }
    }

    /** A new node is carried along by a mouse that was pressed elsewhere in the window; outside the view it is not shown. */
    public void carry(Block block, MouseEvent event) {
        Pointer pointer = pointer(event);
        if (!board.contains(pointer.screen().x(), pointer.screen().y())) {
            cancel();
            return;
        }
        if (!(active instanceof DropGesture)) {
            cancel();
            active = new DropGesture(board, history.now(), block);
        }
        active.drag(pointer);
    }

    /** What is carried is let go; outside the view nothing comes of it. */
    public void letGo(Block block, MouseEvent event) {
        carry(block, event);
        if (active != null) {
            drop(pointer(event));
            board.requestFocus();
        }
    }

    private Pointer pointer(MouseEvent event) {
        Point2D screen = board.sceneToLocal(event.getSceneX(), event.getSceneY());
        Position world = board.camera().get().toWorld(screen.getX(), screen.getY());
        boolean more = event.isShiftDown() || event.isShortcutDown();
        return new Pointer(
                new Position(screen.getX(), screen.getY()), world, more, event.isShiftDown(), event.isAltDown());
    }

    private void press(MouseEvent event) {
        board.requestFocus();
        Pointer pointer = pointer(event);
        if (active != null) {
            boolean finishes = event.getButton() == MouseButton.PRIMARY && active.outlastsClick();
            if (finishes) {
                drop(pointer);
            } else {
                cancel();
            }
            return;
        }
        board.marks().clear();
        pressed = pointer;
        held = true;
        active = begin(event.getButton(), pointer);
    }

    private Gesture begin(MouseButton button, Pointer pointer) {
        if (button == MouseButton.MIDDLE || (button == MouseButton.PRIMARY && spaceHeld)) {
            return new PanGesture(board, pointer);
        }
        if (button != MouseButton.PRIMARY) {
            return null;
        }
        Optional<PortView> port = board.portNear(pointer.world(), PORT_REACH);
        if (port.isPresent()) {
            return ConnectGesture.at(board, history.now(), connections, port.get());
        }
        Optional<NodeView> node = board.nodeAt(pointer.world());
        if (node.isPresent()) {
            return new MoveGesture(board, history.now(), selection, node.get().node(), pointer);
        }
        Optional<WireView> wire = board.wireNear(pointer.world(), WIRE_REACH);
        return wire.isPresent()
                ? new WireGesture(selection, wire.get().wire())
                : new MarqueeGesture(board, selection, pointer);
    }

    private void move(Pointer pointer) {
        last = pointer;
        if (active == null || active instanceof DropGesture) {
            return;
        }
        dragging |= pressed.screen().distance(pointer.screen()) > STILL;
        if (dragging) {
            active.drag(pointer);
        }
    }

    private void release(Pointer pointer) {
        held = false;
        if (active == null) {
            return;
        }
        if (dragging) {
            drop(pointer);
        } else if (active.outlastsClick()) {
            active.drag(pointer);
        } else {
            active.click(pointer);
            end();
        }
    }

    private void drop(Pointer pointer) {
        active.drag(pointer);
        Optional<Edit> edit = active.drop(pointer);
        String added = active instanceof DropGesture ? history.nextId() : "";
        end();
        edit.ifPresent(history::apply);
        history.seal();
        if (!added.isEmpty()) {
            selection.select(Set.of(added));
        }
    }

    private void end() {
        Gesture ending = active;
        active = null;
        dragging = false;
        ending.end();
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(Math.pow(ZOOM_PER_NOTCH, event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        Camera camera = board.camera().get();
        board.look(camera.zoomedTo(camera.zoom() * factor, x, y));
    }

    private void space(KeyEvent event, boolean held) {
        if (event.getCode() == KeyCode.SPACE) {
            space(held);
            event.consume();
        }
    }

    private void space(boolean held) {
        spaceHeld = held;
        board.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void scrollAtEdge() {
        if (active == null || !held || !dragging || !active.scrolls()) {
            return;
        }
        double dx = towards(last.screen().x(), board.getWidth());
        double dy = towards(last.screen().y(), board.getHeight());
        if (dx == 0 && dy == 0) {
            return;
        }
        board.look(board.camera().get().panned(dx, dy));
        Position world =
                board.camera().get().toWorld(last.screen().x(), last.screen().y());
        last = new Pointer(last.screen(), world, last.more(), last.shift(), last.alt());
        active.drag(last);
    }

    private static double towards(double at, double length) {
        if (at < EDGE) {
            return SCROLL_PER_PULSE;
        }
        return at > length - EDGE ? -SCROLL_PER_PULSE : 0;
    }
}
