package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.StrictText;
import vn.motcua.openapi.Vietnam;

/** One record of the national shape: reads its fields and collects what is wrong with them. */
final class NationalRecord {
    private static final int MAX_PARTS = 100;
    /** Local time of Vietnam, whatever the sending machine's clock is set to. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final JsonNode node;
    private final String place;
    private final List<FieldError> errors;
    private final List<OffsetDateTime> times = new ArrayList<>();

    NationalRecord(JsonNode node) {
        this(node, "", new ArrayList<>());
    }

    private NationalRecord(JsonNode node, String place, List<FieldError> errors) {
        this.node = node;
        this.place = place;
        this.errors = errors;
        if (!node.isObject()) {
            fault("", "Phải là một đối tượng JSON.", "Must be a JSON object.");
        }
    }

    /** Text or number as text; null where it is missing or empty. */
    String text(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() && !value.isIntegralNumber()) {
            fault("/" + field, "Phải là chuỗi hoặc số nguyên.", "Must be text or a whole number.");
            return null;
        }
        var text = value.asText().strip();
        if (StrictText.isBroken(text)) {
            fault("/" + field, "Chứa ký tự không hợp lệ.", "Holds characters that are not allowed.");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** When something happened. */
    OffsetDateTime time(String field) {
        var time = promise(field);
        if (time != null) {
            times.add(time);
        }
        return time;
    }

    /** A time that lies ahead, so that nothing is known to have happened at it. */
    OffsetDateTime promise(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, TIME).atOffset(Vietnam.OFFSET);
        } catch (DateTimeException notATime) {
            fault("/" + field, "Phải có dạng yyyyMMddHHmmss.", "Must be written yyyyMMddHHmmss.");
            return null;
        }
    }

    /** The records of a list within this one. */
    List<NationalRecord> parts(String field) {
        var list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MAX_PARTS) {
            fault("/" + field, "Phải là mảng không quá 100 mục.", "Must be an array of at most 100 entries.");
            return List.of();
        }
        var parts = new ArrayList<NationalRecord>();
        for (int i = 0; i < list.size(); i++) {
            parts.add(new NationalRecord(list.get(i), place + "/" + field + "/" + i, errors));
        }
        return parts;
    }

    /** The latest time of what happened that was read from this record and these parts of it; null when there was none. */
    OffsetDateTime latest(List<NationalRecord> parts) {
        return Stream.concat(Stream.of(this), parts.stream())
                .flatMap(record -> record.times.stream())
                .max(OffsetDateTime::compareTo)
                .orElse(null);
    }

    void fault(String field, String vi, String en) {
        var error = FieldError.at(place + field, vi, en);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    List<FieldError> errors() {
        return errors;
    }
}
