package org.culvert.desktop.traffic;

/**
 * Where things are on the canvas, in pixels: traffic above and below the zero line, under it the
 * strip of round trips, under that the times, at the right the labels.
 */
record Plot(
        double width,
        double height,
        Parts parts,
        double right,
        double top,
        double bottom,
        double zero) {
    private static final double LABELS = 52;
    private static final double TIMES = 24;
    private static final double STRIP = 36;
    private static final double STRIP_GAP = 16;
    private static final double EDGE = 7;

    /** Which parts a graph has besides the lines. */
    record Parts(boolean labels, boolean strip, boolean times) {}

    /** The places on a canvas of that size. */
    static Plot of(double width, double height, Parts parts) {
        double right = Math.max(1, Math.floor(width - (parts.labels() ? LABELS : 0)));
        double top = parts.labels() ? EDGE + 0.5 : 1.5;
        double below = (parts.times() ? TIMES : 2) + (parts.strip() ? STRIP + STRIP_GAP : 0);
        double bottom = Math.max(top + 40, Math.floor(height - below) + 0.5);
        double zero = Math.round(top + (bottom - top) * Picture.ABOVE) + 0.5;
        return new Plot(width, height, parts, right, top, bottom, zero);
    }

    double stripTop() {
        return bottom + STRIP_GAP;
    }

    double stripBottom() {
        return bottom + STRIP_GAP + STRIP;
    }

    /** The middle of the line of times. */
    double times() {
        return (parts.strip() ? stripBottom() : bottom) + 15;
    }

    double x(Columns columns, long millis) {
        return (millis - columns.from()) * right / Math.max(1, columns.to() - columns.from());
    }

    long time(Columns columns, double x) {
        return columns.from() + Math.round(x / right * (columns.to() - columns.from()));
    }

    /** The height of {@code octets} a second, received. */
    double yDown(Picture picture, double octets) {
        return zero - Math.min(1, octets * 8 / picture.downTop()) * (zero - top);
    }

    /** The depth of {@code octets} a second, sent. */
    double yUp(Picture picture, double octets) {
        return zero + Math.min(1, octets * 8 / picture.upTop()) * (bottom - zero);
    }

    double yTrip(Picture picture, double millis) {
        double part = Math.min(1, millis / picture.tripTop());
        return stripBottom() - 1 - part * (stripBottom() - stripTop() - 2);
    }
}
