package org.chainboard.app.canvas.view;

import javafx.geometry.Rectangle2D;
import org.chainboard.app.document.Document;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.project.Position;

/**
 * How large a card is and where its ports are. Heights and the row of the ports are such that cards on the grid, of
 * whatever kinds, can stand with their ports in one line.
 *
 * @param width in canvas units
 * @param height in canvas units
 * @param portRow how far below the upper edge the first ports are; further ones follow below
 */
public record CardSize(double width, double height, double portRow) {
    /** The distance of the grid's dots at 100 %. */
    public static final double GRID = 20;

    private static final double PORT_STEP = GRID;
    private static final CardSize PLAIN = new CardSize(120, 60, 30);
    private static final CardSize DENSE = new CardSize(140, 100, 50);
    private static final CardSize ACTIVATION = new CardSize(80, 60, 30);
    private static final double LETTER = 6.95;
    private static final double BESIDE_TEXT = 28;
    private static final double WIDEST = 240;

    /** The size of a node's card. */
    public static CardSize of(Block block) {
        if (block instanceof Block.Dense) {
            return DENSE;
        }
        if (block instanceof Block.Activation) {
            return ACTIVATION;
        }
        if (block instanceof Block.Written written) {
            return new CardSize(width(written.code()), PLAIN.height, PLAIN.portRow);
        }
        return block instanceof Block.Function function ? of(function) : PLAIN;
    }

    private static CardSize of(Block.Function function) {
        int below = Math.max(0, function.arguments() - 2);
        return new CardSize(width(function.text()), PLAIN.height + 2 * GRID * Math.ceil(below / 2.0), PLAIN.portRow);
    }

    private static double width(String text) {
        double wanted = BESIDE_TEXT + LETTER * text.length();
        return Math.min(WIDEST, Math.max(PLAIN.width, GRID * Math.ceil(wanted / GRID)));
    }

    /** Where an input is, from the card's upper left corner. */
    public Position input(int index) {
        return new Position(0, portRow + PORT_STEP * index);
    }

    /** Where an output is, from the card's upper left corner. */
    public Position output(int index) {
        return new Position(width, portRow + PORT_STEP * index);
    }

    /** The card's area when its upper left corner is here. */
    public Rectangle2D at(Position corner) {
        return new Rectangle2D(corner.x(), corner.y(), width, height);
    }

    /** The area of a node of the document. */
    public static Rectangle2D area(Document document, NetworkNode node) {
        return of(node.block()).at(document.positions().get(node.id()));
    }
}
