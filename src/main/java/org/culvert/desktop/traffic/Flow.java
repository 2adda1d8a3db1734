package org.culvert.desktop.traffic;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;

/** The lines of a picture: pixels of our own, one for each of the screen's. */
final class Flow extends ImageView {
    private Raster raster = new Raster(1, 1);
    private PixelBuffer<IntBuffer> buffer = buffer(raster);

    /** Shows {@code picture} where the screen has {@code scale} pixels for each of the plot's. */
    void show(Plot plot, Picture picture, Ink ink, double scale) {
        fit(plot, scale);
        new LinePainter(raster, scale, plot, picture, ink).paint();
        buffer.updateBuffer(all -> null);
    }

    private void fit(Plot plot, double scale) {
        int width = (int) Math.ceil(plot.right() * scale);
        int height = (int) Math.ceil(plot.height() * scale);
        if (width != raster.width() || height != raster.height()) {
            raster = new Raster(width, height);
            buffer = buffer(raster);
            setImage(new WritableImage(buffer));
            setFitWidth(width / scale);
            setFitHeight(height / scale);
        }
    }

    private static PixelBuffer<IntBuffer> buffer(Raster raster) {
        return new PixelBuffer<>(
                raster.width(),
                raster.height(),
                IntBuffer.wrap(raster.pixels()),
                PixelFormat.getIntArgbPreInstance());
    }
}
