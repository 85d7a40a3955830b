package vn.motcua.feedback;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;

/** Which fields a move takes. A field that means nothing for a move is refused, not ignored. */
final class MoveFields {
    private record Fields(Set<String> required, Set<String> optional) {
        static Fields of(Set<String> required, String... optional) {
            return new Fields(required, Set.of(optional));
        }
    }

    private MoveFields() {}

    private static Fields of(Move move) {
        return switch (move) {
            case SEND, RECEIVE -> Fields.of(Set.of());
            case CLASSIFY -> Fields.of(Set.of("subject"), "matter", "track");
            case ASSIGN -> Fields.of(Set.of(), "unit", "text");
            case FORWARD -> Fields.of(Set.of("unit", "text"));
            case RETURN, ASK, REPLY, REFUSE, ANSWER, SEND_BACK, UNFIT -> Fields.of(Set.of("text"));
            case OUT_OF_SCOPE -> Fields.of(Set.of("track"), "text");
            case SOLVED, CLOSE -> Fields.of(Set.of(), "text");
            case PUBLISH -> Fields.of(Set.of("publicTitle", "publicText", "publicAnswer"), "hintsRead");
        };
    }

    /** The move, when this actor may ask for it and its fields are sound. */
    static MoveInput checked(MoveInput input, Move.Actor actor) {
        if (input == null) {
            throw ProblemException.invalid("", "Thiếu nội dung.", "The body is missing.");
        }
        if (input.move() == null || !Move.of(actor).contains(input.move())) {
            var names = Move.of(actor).toString();
            throw ProblemException.invalid("/move", "Một trong: " + names + ".", "One of: " + names + ".");
        }
        var check = new InputCheck();
        var fields = of(input.move());
        given(input).forEach((name, value) -> {
            if (value.isPresent()
                    && !fields.required().contains(name)
                    && !fields.optional().contains(name)) {
                check.error("/" + name, "Thao tác này không dùng mục này.", "This move does not take it.");
            } else if (value.isEmpty() && fields.required().contains(name)) {
                check.error("/" + name, "Bắt buộc nhập.", "Required.");
            }
        });
        lengths(input, check);
        check.done();
        return input;
    }

    private static Map<String, Optional<?>> given(MoveInput input) {
        var given = new LinkedHashMap<String, Optional<?>>();
        given.put("text", Optional.ofNullable(input.text()));
        given.put("unit", Optional.ofNullable(input.unit()));
        given.put("subject", Optional.ofNullable(input.subject()));
        given.put("matter", Optional.ofNullable(input.matter()));
        given.put("track", Optional.ofNullable(input.track()));
        given.put("publicTitle", Optional.ofNullable(input.publicTitle()));
        given.put("publicText", Optional.ofNullable(input.publicText()));
        given.put("publicAnswer", Optional.ofNullable(input.publicAnswer()));
        given.put("hintsRead", Optional.ofNullable(input.hintsRead()));
        return given;
    }

    private static void lengths(MoveInput input, InputCheck check) {
        check.text("/text", input.text(), 2, InputCheck.LONGEST_TEXT, false);
        check.text("/publicTitle", input.publicTitle(), 5, InputCheck.LONGEST_TITLE, false);
        check.text("/publicText", input.publicText(), 10, InputCheck.LONGEST_TEXT, false);
        check.text("/publicAnswer", input.publicAnswer(), 2, InputCheck.LONGEST_TEXT, false);
        if (input.unit() != null && AgencyCode.parse(input.unit()).isEmpty()) {
            check.error("/unit", "Mã đơn vị có dạng H44.07.", "A unit's code looks like H44.07.");
        }
        if (input.matter() != null && (input.matter() < 1 || input.matter() > 8)) {
            check.error("/matter", "Từ 1 đến 8.", "From 1 to 8.");
        }
        if (input.move() == Move.OUT_OF_SCOPE && input.track() == Track.NONE) {
            check.error("/track", "COMPLAINT hoặc DENUNCIATION.", "COMPLAINT or DENUNCIATION.");
        }
    }
}
