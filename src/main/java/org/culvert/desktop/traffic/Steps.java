package org.culvert.desktop.traffic;

/** Round numbers for axes. */
final class Steps {
    private static final int[] ABOVE = {1, 2, 4, 5};
    private static final int[] BELOW = {1, 2, 5};

    private Steps() {}

    /** The least of 1, 2, 4, 5 x 10^n whose triple reaches {@code value}. */
    static double third(double value) {
        return least(value / 3, ABOVE);
    }

    /** The least of 1, 2, 5 x 10^n that reaches {@code value}. */
    static double whole(double value) {
        return least(value, BELOW);
    }

    private static double least(double value, int[] steps) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1))));
        for (int step : steps) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
