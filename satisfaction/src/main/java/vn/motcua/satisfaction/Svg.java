package vn.motcua.satisfaction;

import java.util.Locale;

/** Writes a picture as text. Whatever comes from data goes through {@link #escaped}. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** An element of our own, written as it stands. */
    Svg raw(String element) {
        text.append(element).append('\n');
        return this;
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return raw("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(style, at(x1), at(y1), at(x2), at(y2)));
    }

    Svg box(String style, double x, double y, double width, double height) {
        return raw("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(style, at(x), at(y), at(width), at(height)));
    }

    Svg dot(String style, double x, double y, double radius) {
        return raw("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(style, at(x), at(y), at(radius)));
    }

    Svg words(String style, double x, double y, String words) {
        return raw("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(style, at(x), at(y), escaped(words)));
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /** Harmless in elements and attributes; characters that XML does not know are left out. */
    static String escaped(String words) {
        var safe = new StringBuilder(words.length());
        words.codePoints().filter(Svg::isXml).forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
