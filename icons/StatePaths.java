import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the eight state shapes, the application and the file type on a grid of 24 and writes each
 * as one filled outline: {@code icons/states/*.svg}, {@code icons/app/*.svg} and the program's
 * {@code states.properties} and {@code app.properties}. A hole is a hole, so a shape looks the same on every background.
 *
 * <p>Run at the top of the checkout: {@code java icons/StatePaths.java}
 */
final class StatePaths {
    private static final Path RESOURCES =
            Path.of("src/main/resources/org/culvert/desktop/look/states.properties");
    private static final Path APP =
            Path.of("src/main/resources/org/culvert/desktop/look/app.properties");
    private static final double LINE = 2.2;

    private StatePaths() {}

    public static void main(String[] args) throws IOException {
        Map<String, Area> still = new LinkedHashMap<>();
        Map<String, Area> turning = new LinkedHashMap<>();
        still.put("off", stroke(new Ellipse2D.Double(3.6, 3.6, 16.8, 16.8), LINE));
        turning.put("connecting", arc(8.4, LINE));
        still.put("on", minus(shield(), stroke(check(), 2.3)));
        still.put("degraded", minus(shield(), line(7.4, 12, 16.6, 12, 2.7)));
        still.put("reconnecting", outline());
        turning.put("reconnecting", arc(4.2, 2));
        still.put(
                "needUser",
                plus(outline(), dot(8.1, 12, 1.4), dot(12, 12, 1.4), dot(15.9, 12, 1.4)));
        Area slash = line(5, 20.8, 19.6, 3.4, LINE);
        still.put("blocked", plus(minus(shield(), line(3, 23.2, 21.6, 1, 5.4)), slash));
        still.put("failed", plus(outline(), line(12, 7.2, 12, 12.6, 2.4), dot(12, 16.6, 1.45)));
        write(still, turning);
    }

    private static void write(Map<String, Area> still, Map<String, Area> turning)
            throws IOException {
        var lines =
                new StringBuilder(
                        "# Made by icons/StatePaths.java: outlines on a grid of 24, even-odd.\n");
        for (String state :
                new String[] {
                    "off",
                    "connecting",
                    "on",
                    "degraded",
                    "reconnecting",
                    "needUser",
                    "blocked",
                    "failed"
                }) {
            var whole = new StringBuilder();
            for (var part : Map.of("still", still, "turning", turning).entrySet()) {
                if (part.getValue().containsKey(state)) {
                    String path = path(part.getValue().get(state));
                    lines.append(state)
                            .append('.')
                            .append(part.getKey())
                            .append('=')
                            .append(path)
                            .append('\n');
                    whole.append(path);
                }
            }
            svg(
                    Path.of("icons/states/" + state + ".svg"),
                    24,
                    "<path fill=\"currentColor\" d=\"" + whole + "\"/>");
        }
        Files.writeString(RESOURCES, lines);
        app();
    }

    private static void app() throws IOException {
        String shield = path(minus(shield(), wave()));
        Files.writeString(
                APP,
                "# Made by icons/StatePaths.java: outlines on a grid of 24, even-odd.\n"
                        + "shield="
                        + path(shield())
                        + "\nconduit="
                        + path(wave())
                        + "\n");
        svg(
                Path.of("icons/app/org.culvert.Culvert.svg"),
                24,
                "<path fill=\"#2456D3\" d=\""
                        + path(shield())
                        + "\"/><path fill=\"#FFFFFF\" d=\""
                        + path(wave())
                        + "\"/>");
        svg(
                Path.of("icons/app/org.culvert.Culvert-symbolic.svg"),
                24,
                "<path fill=\"currentColor\" d=\"" + shield + "\"/>");
        Shape sheet = sheet();
        svg(
                Path.of("icons/app/application-x-openvpn-profile.svg"),
                24,
                "<path fill=\"#FFFFFF\" stroke=\"#7A8393\" stroke-width=\"1\""
                    + " stroke-linejoin=\"round\" d=\""
                        + path(sheet)
                        + "\"/><path fill=\"#2456D3\" transform=\"translate(6.6 9) scale(.45)\""
                        + " d=\""
                        + shield
                        + "\"/>");
    }

    private static Area shield() {
        var path = new Path2D.Double();
        path.moveTo(12.55, 0.9);
        path.lineTo(20.5, 3.75);
        path.quadTo(21.4, 4.1, 21.4, 5.05);
        path.lineTo(21.4, 11.3);
        path.curveTo(21.4, 17, 17.6, 21.5, 12.5, 23.2);
        path.quadTo(12, 23.36, 11.5, 23.2);
        path.curveTo(6.4, 21.5, 2.6, 17, 2.6, 11.3);
        path.lineTo(2.6, 5.05);
        path.quadTo(2.6, 4.1, 3.5, 3.75);
        path.lineTo(11.45, 0.9);
        path.quadTo(12, 0.7, 12.55, 0.9);
        path.closePath();
        return new Area(path);
    }

    /** The shield's border, inside its edge. */
    private static Area outline() {
        Area border = stroke(shield(), 2 * LINE);
        border.intersect(shield());
        return border;
    }

    private static Path2D check() {
        var path = new Path2D.Double();
        path.moveTo(7.9, 12.2);
        path.lineTo(10.8, 15.1);
        path.lineTo(16.2, 9.2);
        return path;
    }

    /** The mark of the program: a conduit below a road. */
    private static Area wave() {
        Area arch = stroke(new Arc2D.Double(7, 9, 10, 10, 0, 180, Arc2D.OPEN), 2);
        Area inner = stroke(new Arc2D.Double(10.4, 12.4, 3.2, 3.2, 0, 180, Arc2D.OPEN), 2);
        return plus(arch, inner, line(7, 14, 7, 16, 2), line(17, 14, 17, 16, 2));
    }

    private static Path2D sheet() {
        var path = new Path2D.Double();
        path.moveTo(5, 1.5);
        path.lineTo(15, 1.5);
        path.lineTo(20, 6.5);
        path.lineTo(20, 22.5);
        path.lineTo(5, 22.5);
        path.closePath();
        return path;
    }

    /** From just left of the top, clockwise, to the lower left. */
    private static Area arc(double radius, double width) {
        double corner = 12 - radius;
        return stroke(
                new Arc2D.Double(corner, corner, 2 * radius, 2 * radius, 100, -252, Arc2D.OPEN),
                width);
    }

    private static Area dot(double x, double y, double radius) {
        return new Area(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Area line(double x, double y, double toX, double toY, double width) {
        return stroke(new Line2D.Double(x, y, toX, toY), width);
    }

    private static Area stroke(Shape shape, double width) {
        return new Area(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        .createStrokedShape(shape));
    }

    private static Area minus(Area from, Area hole) {
        from.subtract(hole);
        return from;
    }

    private static Area plus(Area first, Area... more) {
        for (Area part : more) {
            first.add(part);
        }
        return first;
    }

    private static String path(Shape shape) {
        var text = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
            int kind = it.currentSegment(at);
            text.append("MLQCZ".charAt(kind));
            int numbers =
                    kind == PathIterator.SEG_CLOSE
                            ? 0
                            : kind == PathIterator.SEG_QUADTO
                                    ? 4
                                    : kind == PathIterator.SEG_CUBICTO ? 6 : 2;
            for (int i = 0; i < numbers; i++) {
                text.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static void svg(Path file, int grid, String body) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" fill-rule=\"evenodd\">%s</svg>\n"
                        .formatted(grid, grid, body));
    }
}
