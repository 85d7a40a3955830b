package vn.motcua.dossier;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.openapi.Text;

/** The ten states of the national portal in its order, numbered 1 to 10, and the moves between them. */
public enum DossierStatus {
    SUBMITTED("Mới đăng ký", "Submitted", ClockState.NOT_STARTED),
    RECEIVED("Được tiếp nhận", "Received", ClockState.RUNNING),
    REFUSED("Không được tiếp nhận", "Reception refused", ClockState.ENDED),
    IN_PROGRESS("Đang xử lý", "In progress", ClockState.RUNNING),
    SUPPLEMENT_REQUESTED("Yêu cầu bổ sung giấy tờ", "Supplement requested", ClockState.PAUSED),
    PAYMENT_REQUESTED("Yêu cầu thực hiện nghĩa vụ tài chính", "Payment requested", ClockState.PAUSED),
    WITHDRAWAL_REQUESTED("Công dân yêu cầu rút hồ sơ", "Withdrawal requested", ClockState.PAUSED),
    STOPPED("Dừng xử lý", "Handling stopped", ClockState.ENDED),
    RESULT_READY("Đã xử lý xong", "Result ready", ClockState.ENDED),
    RETURNED("Đã trả kết quả", "Result returned", ClockState.ENDED);

    /** No official matrix exists; these moves follow the forms of TT 03/2025 and the synchronisation data. */
    private static final Map<DossierStatus, Set<DossierStatus>> MOVES = new EnumMap<>(Map.of(
            SUBMITTED,
            EnumSet.of(RECEIVED, REFUSED, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED),
            RECEIVED,
            EnumSet.of(
                    IN_PROGRESS, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED, STOPPED, RESULT_READY),
            REFUSED,
            EnumSet.noneOf(DossierStatus.class),
            IN_PROGRESS,
            EnumSet.of(SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED, STOPPED, RESULT_READY),
            SUPPLEMENT_REQUESTED,
            EnumSet.of(IN_PROGRESS, RECEIVED, WITHDRAWAL_REQUESTED, STOPPED, REFUSED),
            PAYMENT_REQUESTED,
            EnumSet.of(IN_PROGRESS, RECEIVED, RESULT_READY, WITHDRAWAL_REQUESTED, STOPPED),
            WITHDRAWAL_REQUESTED,
            EnumSet.of(STOPPED, IN_PROGRESS),
            STOPPED,
            EnumSet.of(RETURNED),
            RESULT_READY,
            EnumSet.of(RETURNED, IN_PROGRESS),
            RETURNED,
            EnumSet.noneOf(DossierStatus.class)));

    private final Text label;
    private final ClockState clock;

    DossierStatus(String vi, String en, ClockState clock) {
        this.label = new Text(vi, en);
        this.clock = clock;
    }

    /** The number the national portal gives it, 1 to 10. */
    public int number() {
        return ordinal() + 1;
    }

    public static Optional<DossierStatus> ofNumber(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }

    /** The identifier, or the number as text. */
    public static Optional<DossierStatus> parse(String text) {
        for (var status : values()) {
            if (status.name().equals(text) || Integer.toString(status.number()).equals(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    public Text label() {
        return label;
    }

    /** What the time limit does while a dossier is in this state. */
    public ClockState clock() {
        return clock;
    }

    /** Whether nothing more is expected of the agency, so that the dossier can be rated. */
    public boolean isEnd() {
        return clock == ClockState.ENDED;
    }

    /** Whether {@code next} follows; news of the same state (another official, another paper) always does. */
    public boolean mayBecome(DossierStatus next) {
        return next == this || MOVES.get(this).contains(next);
    }
}
