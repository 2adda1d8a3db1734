package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every source file stands as the formatter writes it; {@code -Dformat=write} rewrites them. */
class FormattingTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everyFileIsFormatted() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        var wrong = new ArrayList<Path>();
        for (Path file : Sources.all()) {
            String text = Files.readString(file);
            String formatted = formatted(text);
            if (!formatted.equals(text)) {
                wrong.add(file);
                if (write) {
                    Files.writeString(file, formatted);
                }
            }
        }
        assertEquals(List.of(), write ? List.of() : wrong);
    }

    @Test
    void aBadlyFormattedTextIsSeen() throws FormatterException {
        String ugly = "class A{int  a;}\n";

        assertNotEquals(ugly, formatted(ugly));
    }

    private static String formatted(String text) throws FormatterException {
        return FORMATTER.formatSourceAndFixImports(text);
    }
}
