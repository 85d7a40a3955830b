package vn.motcua.feedback;

import static vn.motcua.feedback.FeedbackState.ANSWERED;
import static vn.motcua.feedback.FeedbackState.CLOSED;
import static vn.motcua.feedback.FeedbackState.FORWARDED;
import static vn.motcua.feedback.FeedbackState.IN_PROGRESS;
import static vn.motcua.feedback.FeedbackState.NEW;
import static vn.motcua.feedback.FeedbackState.PUBLISHED;
import static vn.motcua.feedback.FeedbackState.RECEIVED;
import static vn.motcua.feedback.FeedbackState.REFUSED;
import static vn.motcua.feedback.FeedbackState.RETURNED;
import static vn.motcua.feedback.FeedbackState.SUPPLEMENTED;
import static vn.motcua.feedback.FeedbackState.SUPPLEMENT_REQUESTED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.openapi.Text;

/** What can be done with a case, by whom, and where it leads: the whole life of a case stands in this table. */
enum Move {
    SEND(Actor.SENDER, "Gửi phản ánh, kiến nghị", "Sent"),
    RECEIVE(Actor.OFFICER, "Tiếp nhận", "Received", to(RECEIVED, NEW, FORWARDED, RETURNED)),
    CLASSIFY(
            Actor.OFFICER,
            "Phân loại",
            "Classified",
            staying(NEW, RECEIVED, IN_PROGRESS, SUPPLEMENTED, FORWARDED, RETURNED, ANSWERED)),
    ASSIGN(Actor.OFFICER, "Phân công xử lý", "Assigned", to(IN_PROGRESS, RECEIVED, SUPPLEMENTED, IN_PROGRESS)),
    FORWARD(
            Actor.OFFICER,
            "Chuyển đơn vị có thẩm quyền",
            "Forwarded",
            to(FORWARDED, NEW, RECEIVED, IN_PROGRESS, SUPPLEMENTED)),
    RETURN(Actor.OFFICER, "Trả lại đơn vị chuyển", "Returned", to(RETURNED, RECEIVED)),
    ASK(
            Actor.OFFICER,
            "Yêu cầu bổ sung thông tin",
            "More information asked for",
            to(SUPPLEMENT_REQUESTED, NEW, RECEIVED, IN_PROGRESS)),
    REPLY(Actor.SENDER, "Bổ sung thông tin", "More information given", to(SUPPLEMENTED, SUPPLEMENT_REQUESTED)),
    REFUSE(Actor.OFFICER, "Từ chối tiếp nhận", "Refused", to(REFUSED, NEW, RECEIVED, SUPPLEMENT_REQUESTED)),
    OUT_OF_SCOPE(
            Actor.OFFICER,
            "Hướng dẫn sang khiếu nại, tố cáo",
            "Guided to another track",
            to(FeedbackState.OUT_OF_SCOPE, NEW, RECEIVED, IN_PROGRESS, SUPPLEMENTED)),
    ANSWER(Actor.OFFICER, "Trả lời", "Answered", to(ANSWERED, IN_PROGRESS)),
    SEND_BACK(Actor.OFFICER, "Trả lại để trả lời lại", "Answer sent back", to(IN_PROGRESS, ANSWERED)),
    UNFIT(
            Actor.SENDER,
            "Người gửi cho rằng chưa thoả đáng",
            "The sender finds the answer unfit",
            to(IN_PROGRESS, ANSWERED, PUBLISHED, CLOSED)),
    SOLVED(
            Actor.SENDER,
            "Người gửi xác nhận đã giải quyết",
            "The sender says it is solved",
            staying(ANSWERED, PUBLISHED, CLOSED)),
    PUBLISH(Actor.OFFICER, "Công khai", "Published", to(PUBLISHED, ANSWERED)),
    CLOSE(Actor.OFFICER, "Kết thúc", "Closed", to(CLOSED, ANSWERED));

    /** Who makes a move. */
    enum Actor {
        SENDER,
        OFFICER
    }

    private final Actor actor;
    private final Text label;
    private final Map<FeedbackState, FeedbackState> table = new EnumMap<>(FeedbackState.class);

    @SafeVarargs
    Move(Actor actor, String vi, String en, Map<FeedbackState, FeedbackState>... legs) {
        this.actor = actor;
        this.label = new Text(vi, en);
        Arrays.stream(legs).forEach(table::putAll);
    }

    private static Map<FeedbackState, FeedbackState> to(FeedbackState target, FeedbackState... sources) {
        var legs = new EnumMap<FeedbackState, FeedbackState>(FeedbackState.class);
        Arrays.stream(sources).forEach(source -> legs.put(source, target));
        return legs;
    }

    private static Map<FeedbackState, FeedbackState> staying(FeedbackState... sources) {
        var legs = new EnumMap<FeedbackState, FeedbackState>(FeedbackState.class);
        Arrays.stream(sources).forEach(source -> legs.put(source, source));
        return legs;
    }

    Actor actor() {
        return actor;
    }

    Text label() {
        return label;
    }

    /**
     * The state that this move leads to, or nothing where it is not allowed. A repair is between the person and the agency: it
     * is never published, and ends when the person says that it is solved.
     */
    Optional<FeedbackState> from(FeedbackState state, FeedbackKind kind) {
        var target = Optional.ofNullable(table.get(state));
        return switch (kind) {
            case PAKN -> target;
            case REPAIR ->
                switch (this) {
                    case PUBLISH -> Optional.empty();
                    case SOLVED -> target.map(answered -> CLOSED);
                    default -> target;
                };
        };
    }

    /** What somebody may do with a case that stands like this. */
    static List<Move> open(FeedbackState state, FeedbackKind kind, Actor actor) {
        return Arrays.stream(values())
                .filter(move -> move.actor == actor && move.from(state, kind).isPresent())
                .toList();
    }

    /** The moves that officers may ask for. */
    static Set<Move> of(Actor actor) {
        var moves = EnumSet.noneOf(Move.class);
        Arrays.stream(values())
                .filter(move -> move.actor == actor && move != SEND)
                .forEach(moves::add);
        return moves;
    }
}
