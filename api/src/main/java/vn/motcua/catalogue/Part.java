package vn.motcua.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.StrictText;
import vn.motcua.openapi.Vietnam;

/**
 * An object of somebody else's record. Lenient in form (numbers as text, one in place of a list, HTML), strict in meaning:
 * what is there and makes no sense is {@link Bad}, with its place.
 */
final class Part {
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NUMBER = 30;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    /** Carries a refusal out of a mapping; the record is skipped, the file goes on. */
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Bad(String pointer, String vi, String en) {
            super(pointer, null, false, false);
            this.refusal = Refusal.of(pointer + ": " + vi, pointer + ": " + en);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    private final JsonNode tree;
    private final String pointer;

    Part(JsonNode tree, String pointer) {
        this.tree = tree;
        this.pointer = pointer;
    }

    /** The first of these members that says something, as plain text; null when none does. */
    String text(String... names) {
        for (var name : names) {
            var text = plain(tree.path(name), place(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        each(name, (value, place) -> {
            var text = plain(value, place);
            if (text != null) {
                texts.add(text);
            }
        });
        return texts;
    }

    /** The objects of a list. Systems leave empty places in their lists, and write one object for a list of one. */
    List<Part> parts(String name) {
        var parts = new ArrayList<Part>();
        each(name, (value, place) -> {
            if (!value.isObject()) {
                throw new Bad(place, "Cần một đối tượng JSON.", "An object is expected.");
            }
            parts.add(new Part(value, place));
        });
        return parts;
    }

    /** Codes, whether they stand alone or in objects. */
    List<String> codes(String name, String... members) {
        var codes = new ArrayList<String>();
        each(name, (value, place) -> {
            var code = value.isObject() ? new Part(value, place).text(members) : plain(value, place);
            if (code != null) {
                codes.add(code);
            }
        });
        return codes.stream().distinct().toList();
    }

    Part part(String name) {
        return new Part(tree.path(name), place(name));
    }

    boolean flag(String name) {
        var value = tree.path(name);
        return value.asBoolean(false) || value.asText("").strip().equals("1");
    }

    Boolean maybeFlag(String name) {
        return tree.path(name).isBoolean() ? tree.path(name).booleanValue() : null;
    }

    Integer count(String name) {
        var number = number(name);
        if (number == null) {
            return null;
        }
        try {
            int count = number.intValueExact();
            if (count >= 0) {
                return count;
            }
        } catch (ArithmeticException broken) {
            // A fraction or out of range: the same fault as a negative number.
        }
        throw bad(name, "Cần một số nguyên không âm.", "A whole number, not negative, is expected.");
    }

    Long amount(String name) {
        var number = number(name);
        try {
            if (number == null || number.signum() >= 0) {
                return number == null ? null : number.longValueExact();
            }
        } catch (ArithmeticException broken) {
            // Falls through: hundredths of a đồng do not exist.
        }
        throw bad(name, "Số tiền phải là số nguyên không âm.", "The amount must be whole and not negative.");
    }

    /** Null where there is nothing; text that is no number is bad. */
    BigDecimal number(String name) {
        var text = text(name);
        try {
            if (text == null || text.length() <= LONGEST_NUMBER) {
                return text == null ? null : new BigDecimal(text);
            }
        } catch (NumberFormatException words) {
            // Falls through: words, or digits without end.
        }
        throw bad(name, "Cần một số.", "A number is expected.");
    }

    boolean isNumber(String name) {
        var text = text(name);
        return text != null && text.matches("\\d{1,9}([.]\\d{1,6})?");
    }

    /** {@code 2026-07-18}, {@code 18/07/2026}, with or without a time, or milliseconds since 1970. */
    LocalDate date(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var date = text.matches("\\d{10,13}")
                    ? moment(name).toLocalDate()
                    : text.contains("/")
                            ? LocalDate.parse(text.split("[ T]")[0], DAY_FIRST)
                            : LocalDate.parse(text.split("[ T]")[0]);
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
                return date;
            }
        } catch (DateTimeException noDate) {
            // Falls through: 31/02 and 2026-13-01 are as bad as words.
        }
        throw bad(name, "Ngày không đúng: cần dạng 2026-07-18 hoặc 18/07/2026.", "Bad date: write 2026-07-18.");
    }

    /** Milliseconds since 1970. */
    OffsetDateTime moment(String name) {
        var number = number(name);
        if (number == null) {
            return null;
        }
        try {
            return Instant.ofEpochMilli(number.longValueExact())
                    .atZone(Vietnam.ZONE)
                    .toOffsetDateTime();
        } catch (ArithmeticException | DateTimeException outOfRange) {
            throw bad(name, "Thời điểm không đúng.", "Bad time.");
        }
    }

    Bad bad(String name, String vi, String en) {
        return new Bad(place(name), vi, en);
    }

    private interface Visit {
        void value(JsonNode value, String place);
    }

    private void each(String name, Visit visit) {
        var list = tree.path(name);
        if (!list.isArray()) {
            if (!list.isMissingNode() && !list.isNull() && !list.asText("x").isBlank()) {
                visit.value(list, place(name));
            }
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isNull()) {
                visit.value(list.get(i), place(name) + "/" + i);
            }
        }
    }

    private String place(String name) {
        return pointer + "/" + name;
    }

    private static String plain(JsonNode value, String place) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw new Bad(place, "Cần chữ hoặc số.", "Text or a number is expected.");
        }
        var text = value.asText();
        if (StrictText.isBroken(text)) {
            throw new Bad(place, "Chữ bị hỏng.", "The text is broken.");
        }
        return PlainText.of(text);
    }
}
