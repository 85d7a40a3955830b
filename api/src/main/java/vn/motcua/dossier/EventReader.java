package vn.motcua.dossier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemMappers;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.StrictText;

/** Cuts a batch into its events and reads each one alone, so that one bad event never loses the good ones. */
final class EventReader {
    static final int MAX_EVENTS = 5_000;
    static final int MAX_BYTES = 16 << 20;

    private final ObjectMapper json;
    private final EventCheck check;

    /** What became of one event of the batch. */
    sealed interface Reading {
        record Good(int index, CheckedEvent event) implements Reading {}

        record Bad(int index, String eventId, ProblemException problem) implements Reading {}

        /** @param foreign dossiers that this system may not report */
        default Reading unless(Set<String> foreign) {
            return this instanceof Good good
                            && foreign.contains(good.event().code().value())
                    ? new Bad(good.index(), good.event().sent().eventId(), EventCheck.notYours())
                    : this;
        }
    }

    /** One event's place in the body. */
    private record Slice(int from, int length) {}

    EventReader(ObjectMapper json, EventCheck check) {
        this.json = json;
        this.check = check;
    }

    List<Reading> read(byte[] body, boolean lines) {
        if (body.length > MAX_BYTES) {
            throw ProblemException.of(
                    ProblemType.BODY_TOO_LARGE, "Hãy gửi tối đa 16 MiB mỗi lần.", "Send at most 16 MiB at a time.");
        }
        var slices = lines ? lines(body) : elements(body);
        if (slices.isEmpty() || slices.size() > MAX_EVENTS) {
            throw ProblemException.invalid("", "Hãy gửi từ 1 đến 5.000 sự kiện.", "Send 1 to 5,000 events.");
        }
        var readings = new ArrayList<Reading>(slices.size());
        for (int i = 0; i < slices.size(); i++) {
            readings.add(one(i, body, slices.get(i)));
        }
        return readings;
    }

    private Reading one(int index, byte[] body, Slice slice) {
        try {
            var event = json.readValue(body, slice.from(), slice.length(), DossierEvent.class);
            if (event == null) {
                throw malformed();
            }
            return new Reading.Good(index, check.check(event));
        } catch (JacksonException unreadable) {
            return new Reading.Bad(index, eventId(body, slice), ProblemMappers.ofJson(unreadable));
        } catch (ProblemException problem) {
            return new Reading.Bad(index, eventId(body, slice), problem);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    /** So that the sender knows which event was meant, when at least that much can be read. */
    private String eventId(byte[] body, Slice slice) {
        try {
            var id = json.readTree(body, slice.from(), slice.length()).path("eventId");
            boolean usable = id.isTextual() && id.textValue().length() <= 100 && !StrictText.isBroken(id.textValue());
            return usable ? id.textValue() : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Finds the elements of the array without reading them: what is inside is judged later, one by one. */
    private static List<Slice> elements(byte[] body) {
        var slices = new ArrayList<Slice>();
        try (var parser = new JsonFactory().createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw malformed();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null || slices.size() > MAX_EVENTS) {
                    break;
                }
                long from = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                long to = parser.currentLocation().getByteOffset();
                if (from < 0) {
                    throw malformed(); // not UTF-8
                }
                slices.add(new Slice((int) from, (int) (to - from)));
            }
            if (slices.size() <= MAX_EVENTS && (parser.currentToken() == null || parser.nextToken() != null)) {
                throw malformed();
            }
        } catch (IOException broken) {
            throw malformed();
        }
        return slices;
    }

    private static List<Slice> lines(byte[] body) {
        var slices = new ArrayList<Slice>();
        int from = 0;
        for (int i = 0; i <= body.length && slices.size() <= MAX_EVENTS; i++) {
            if (i == body.length || body[i] == '\n') {
                if (!isBlank(body, from, i)) {
                    slices.add(new Slice(from, i - from));
                }
                from = i + 1;
            }
        }
        return slices;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static ProblemException malformed() {
        return ProblemException.of(
                ProblemType.MALFORMED_BODY,
                "Nội dung phải là một mảng JSON (hoặc NDJSON, mỗi dòng một sự kiện), mã hoá UTF-8.",
                "The body must be a JSON array (or NDJSON, one event a line) in UTF-8.");
    }
}
