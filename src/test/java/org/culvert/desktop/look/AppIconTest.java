package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;

import org.culvert.desktop.Fx;
import org.junit.jupiter.api.Test;

import java.util.List;

class AppIconTest {
    @Test
    void everySizeIsAShieldOnNothing() {
        List<Image> images = Fx.on(AppIcon::images);

        assertEquals(
                List.of(16.0, 24.0, 32.0, 48.0, 128.0),
                images.stream().map(Image::getWidth).toList());
        for (Image image : images) {
            assertEquals(Color.TRANSPARENT, colour(image, 0.02, 0.98));
            assertEquals(Color.web("#2456D3"), colour(image, 0.5, 0.8));
            assertTrue(colour(image, 0.5, 0.36).getRed() > 0.5, "the arch is white");
        }
    }

    private static Color colour(Image image, double x, double y) {
        return image.getPixelReader()
                .getColor((int) (x * image.getWidth()), (int) (y * image.getHeight()));
    }
}
