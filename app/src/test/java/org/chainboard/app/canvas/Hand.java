package org.chainboard.app.canvas;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A hand on the mouse and the keyboard. It moves in a few strides, so that many gestures take little time. */
final class Hand {
    private static final int STRIDES = 3;
    private static final int NOTCH = 40;

    private final FxRobot robot;
    private Point2D at = new Point2D(0, 0);

    Hand(FxRobot robot) {
        this.robot = robot;
    }

    /** Jumps to a place on the screen. */
    Hand at(Point2D place) {
        at = place;
        robot.robotContext().getMouseRobot().moveNoWait(place);
        return rest();
    }

    /** Moves to a place on the screen. */
    Hand to(Point2D place) {
        Point2D from = at;
        for (int i = 1; i <= STRIDES; i++) {
            at(from.interpolate(place, i / (double) STRIDES));
        }
        return this;
    }

    Hand press() {
        return press(MouseButton.PRIMARY);
    }

    Hand press(MouseButton button) {
        robot.robotContext().getMouseRobot().pressNoWait(button);
        return rest();
    }

    Hand release() {
        return release(MouseButton.PRIMARY);
    }

    Hand release(MouseButton button) {
        robot.robotContext().getMouseRobot().releaseNoWait(button);
        return rest();
    }

    /** Presses, moves and lets go. */
    Hand drag(Point2D from, Point2D to) {
        return at(from).press().to(to).release();
    }

    Hand click(Point2D place) {
        return at(place).press().release();
    }

    /** Holds keys down while something is done. */
    Hand holding(KeyCode key, Runnable work) {
        robot.press(key);
        try {
            work.run();
        } finally {
            robot.release(key);
        }
        return rest();
    }

    /** Presses keys together and lets them go. */
    Hand keys(KeyCode... keys) {
        robot.push(keys);
        return rest();
    }

    /** Turns the wheel by notches, away from the person where they are positive. */
    Hand wheel(int notches) {
        robot.robotContext().getBaseRobot().scrollMouse(NOTCH * notches);
        return rest();
    }

    /** Does something that is no matter of the hand. */
    Hand meanwhile(Runnable work) {
        robot.interact(work);
        return rest();
    }

    private Hand rest() {
        WaitForAsyncUtils.waitForFxEvents(2);
        return this;
    }
}
