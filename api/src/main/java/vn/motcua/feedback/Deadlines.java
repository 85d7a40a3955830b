package vn.motcua.feedback;

import java.time.LocalDate;
import java.util.function.Supplier;
import vn.motcua.calendar.CalendarYearMissing;
import vn.motcua.calendar.WorkingCalendar;

/** The dates of one case, from its clock and the limits that hold for a unit. Null where none runs or a year is unknown. */
final class Deadlines {
    private final FeedbackKind kind;
    private final CaseClock clock;
    private final Limits limits;
    private final WorkingCalendar calendar;

    Deadlines(FeedbackKind kind, CaseClock clock, Limits limits, WorkingCalendar calendar) {
        this.kind = kind;
        this.clock = clock;
        this.limits = limits;
        this.calendar = calendar;
    }

    /**
     * The last day for a step of the unit that holds the case. A case that came back for another answer has at least the time
     * for that; what was left of the first limit is not lost.
     */
    LocalDate of(LimitStep step, String unit) {
        return switch (step) {
            case REFUSE_OR_RETURN, FORWARD, ASK -> running(step, unit);
            case ANSWER, REWORK, REPAIR -> answer(unit);
            case PUBLISH -> after(clock.last(Move.ANSWER), step, unit);
            case REPLY -> after(clock.last(Move.ASK), step, unit);
        };
    }

    Limit limit(LimitStep step, String unit) {
        return limits.of(step, unit);
    }

    /** Which limit an answer is under. */
    LimitStep answerStep() {
        return kind == FeedbackKind.REPAIR ? LimitStep.REPAIR : LimitStep.ANSWER;
    }

    private LocalDate answer(String unit) {
        var first = running(answerStep(), unit);
        var again = known(() ->
                clock.dueAfterRework(unit, limits.of(LimitStep.REWORK, unit).workingDays()));
        if (first == null || again == null) {
            return first == null ? again : first;
        }
        return first.isAfter(again) ? first : again;
    }

    private LocalDate running(LimitStep step, String unit) {
        return known(() -> clock.due(unit, limits.of(step, unit).workingDays()));
    }

    private LocalDate after(LocalDate day, LimitStep step, String unit) {
        return day == null
                ? null
                : known(() -> calendar.addWorkingDays(day, limits.of(step, unit).workingDays()));
    }

    /** Nobody guesses a date of a year whose days off are not published. */
    private static LocalDate known(Supplier<LocalDate> date) {
        try {
            return date.get();
        } catch (CalendarYearMissing missing) {
            return null;
        }
    }
}
