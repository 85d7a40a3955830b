package vn.motcua.feedback;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.openapi.Vietnam;

/** A case that lives in memory, moved day by day by the rules under test. */
final class Cases {
    static final String A = "H44.07";
    static final String B = "H44.08";
    static final String C = "G01";

    /** National day of culture, the only day off here beside weekends. */
    static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 24);

    static final WorkingCalendar CALENDAR = new WorkingCalendar(
            IntStream.rangeClosed(2026, 2030).boxed().collect(Collectors.toSet()), Map.of(HOLIDAY, false));

    private static final Map<LimitStep, Integer> DAYS = new HashMap<>(Map.of(
            LimitStep.REFUSE_OR_RETURN, 2,
            LimitStep.FORWARD, 5,
            LimitStep.ASK, 5,
            LimitStep.ANSWER, 15,
            LimitStep.PUBLISH, 2,
            LimitStep.REPLY, 10,
            LimitStep.REWORK, 5,
            LimitStep.REPAIR, 5));

    static final Limits LIMITS = new Limits(DAYS.entrySet().stream()
            .map(one -> new Limit(one.getKey(), "", one.getValue(), "test"))
            .toList());

    static final Handling RULES = new Handling(LIMITS, new WorkingTime(7, CALENDAR, null), 3, Duration.ofDays(30));

    private Handling.Case now;

    private Cases(Handling.Case begun) {
        this.now = begun;
    }

    static Cases sent(FeedbackKind kind, LocalDate day) {
        var standing = new Standing(
                FeedbackState.NEW, A, null, null, Track.NONE, false, null, 0, 0, at(day), null, null, null);
        var petition = new Petition(
                "PAKN.20261102.0001",
                kind,
                at(day),
                null,
                null,
                new byte[0],
                null,
                null,
                A,
                null,
                standing,
                null,
                0,
                0);
        var begun = RULES.begin(petition);
        var step = new Step(1, at(day), Move.SEND, FeedbackState.NEW, Move.Actor.SENDER, A, A, null, null);
        return new Cases(new Handling.Case(petition.with(begun.standing()), List.of(step), begun.assignments()));
    }

    Cases move(LocalDate day, Move move) {
        return move(day, move, null);
    }

    Cases move(LocalDate day, Move move, String unit) {
        var input = new MoveInput(move, "x", unit, null, null, null, null, null, null, null);
        var next = RULES.next(now, input, at(day));
        var steps = new ArrayList<>(now.steps());
        steps.add(new Step(
                steps.size() + 1,
                at(day),
                move,
                next.standing().state(),
                move.actor(),
                standing().unit(),
                next.standing().unit(),
                null,
                null));
        var assignments = new ArrayList<>(now.assignments());
        for (var changed : next.assignments()) {
            assignments.removeIf(one -> one.number() == changed.number());
            assignments.add(changed);
        }
        now = new Handling.Case(now.petition().with(next.standing()), steps, assignments);
        return this;
    }

    Standing standing() {
        return now.petition().standing();
    }

    Handling.Case state() {
        return now;
    }

    LocalDate due() {
        return standing().dueOn();
    }

    LocalDate due(LimitStep step) {
        return RULES.deadlines(now.petition().kind(), now.ticks())
                .of(step, standing().unit());
    }

    CaseClock clock() {
        return CaseClock.of(now.ticks(), CALENDAR);
    }

    Assignment last() {
        return now.current();
    }

    static OffsetDateTime at(LocalDate day) {
        return day.atTime(9, 30).atOffset(Vietnam.OFFSET);
    }

    static LocalDate day(int month, int dayOfMonth) {
        return LocalDate.of(2026, month, dayOfMonth);
    }
}
