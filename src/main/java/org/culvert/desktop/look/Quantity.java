package org.culvert.desktop.look;

/**
 * A number ready to be shown: {@code 42.6} and {@code Mbit/s}; the unit of nothing is empty.
 *
 * @param number three significant digits
 * @param unit without the space before it
 */
public record Quantity(String number, String unit) {
    @Override
    public String toString() {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
