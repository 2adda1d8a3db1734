package org.culvert.profile.store;

/**
 * Names that can be drawn: pictures and signs without a form are left out, flags become letters.
 */
public final class Names {
    private static final int LONGEST = 64;
    private static final int FIRST_FLAG = 0x1F1E6;
    private static final int LAST_FLAG = 0x1F1FF;

    private Names() {}

    /** {@code name} as it can be drawn; empty where nothing of it can. */
    public static String tidy(String name) {
        var plain = new StringBuilder();
        name.codePoints().forEach(c -> append(plain, c));
        String text = plain.toString().strip().replaceAll("\\s+", " ");
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    /**
     * The first of {@code names} that has a letter or digit that can be drawn, else {@code VPN}.
     */
    public static String first(String... names) {
        for (String name : names) {
            String tidy = tidy(name);
            if (tidy.codePoints().anyMatch(Character::isLetterOrDigit)) {
                return tidy;
            }
        }
        return "VPN";
    }

    private static void append(StringBuilder plain, int c) {
        if (c >= FIRST_FLAG && c <= LAST_FLAG) {
            plain.appendCodePoint('A' + c - FIRST_FLAG);
        } else if (isDrawn(c)) {
            plain.appendCodePoint(c);
        } else if (Character.isSpaceChar(c) || Character.getType(c) == Character.OTHER_SYMBOL) {
            plain.append(' ');
        }
    }

    private static boolean isDrawn(int c) {
        boolean symbolOfText = c < 0x2000 && Character.isDefined(c);
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    c == ' ';
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.ENCLOSING_MARK ->
                    symbolOfText;
            case Character.NON_SPACING_MARK -> !isSelector(c);
            default -> true;
        };
    }

    /** Chooses between picture and text of the sign before it. */
    private static boolean isSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
