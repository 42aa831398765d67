package org.chainboard.tools.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.chainboard.engine.train.Curve;
import org.chainboard.tools.plot.LinePlot;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.PlotImage;
import org.chainboard.tools.plot.Series;
import org.chainboard.tools.plot.Titled;
import org.chainboard.tools.words.Words;

/** A training as a picture: the loss, the lengths of the gradients, and what the model says, side by side. */
final class TrainPicture {
    private static final Words WORDS = new Words("cli");
    private static final int WIDTH = 1320;
    private static final int HEIGHT = 380;
    /** From this ratio of the largest to the smallest on, a straight scale would hide the end of a run. */
    private static final double WIDE = 20;

    private TrainPicture() {}

    /** The bytes of a PNG file. */
    static byte[] png(TrainSetup setup, TrainOutcome outcome) throws IOException {
        List<Curve> losses = new ArrayList<>(List.of(outcome.curves().loss()));
        if (outcome.curves().testLoss().size() > 0) {
            losses.add(outcome.curves().testLoss());
        }
        Plot loss =
                lines(WORDS.get("train.plot.loss", setup.project().settings().loss()), losses);
        Plot norms = lines(WORDS.get("train.plot.norms"), outcome.curves().norms());
        var outlook = setup.task().outlook();
        String title = WORDS.get("train.plot." + outlook.kind());
        Plot answers = new Titled(title, outlook.plot(outcome.answers()));
        BufferedImage image = PlotImage.render(List.of(loss, norms, answers), WIDTH, HEIGHT, 2, Palette.LIGHT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static Plot lines(String title, List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            series.add(new Series(curve.name(), series.size(), curve.steps(), curve.min(), curve.max(), curve.last()));
        }
        LinePlot plot = LinePlot.of(title, series, WORDS.get("train.plot.empty"));
        return isWide(curves) ? plot.withLog(true, WORDS.get("train.plot.log")) : plot;
    }

    private static boolean isWide(List<Curve> curves) {
        double low = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.min()))
                .filter(value -> value > 0)
                .min()
                .orElse(1);
        double high = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.max()))
                .max()
                .orElse(1);
        return high / low > WIDE;
    }
}
