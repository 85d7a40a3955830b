package vn.motcua.feedback;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.feedback.Assignment.Action;
import vn.motcua.feedback.Assignment.Outcome;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Vietnam;

/** What a move makes of a case. Pure: what is stored before, the move, the day and the rules give what is stored after. */
final class Handling {
    private final Limits limits;
    private final WorkingTime time;
    private final int reopenings;
    private final Duration reopenWithin;

    /** A case with its history. */
    record Case(Petition petition, List<Step> steps, List<Assignment> assignments) {
        Assignment current() {
            return assignments.getLast();
        }

        List<CaseClock.Tick> ticks() {
            return new ArrayList<>(steps.stream().map(Step::tick).toList());
        }
    }

    /** What is to be written: the new standing, and the assignments that changed or began. */
    record Next(Standing standing, List<Assignment> assignments) {}

    Handling(Limits limits, WorkingTime time, int reopenings, Duration reopenWithin) {
        this.limits = limits;
        this.time = time;
        this.reopenings = reopenings;
        this.reopenWithin = reopenWithin;
    }

    /** The first assignment of a case that was just sent, and its date. */
    Next begin(Petition petition) {
        var first = Assignment.begin(1, petition.firstUnit(), null, Action.SENT, day(petition.sentAt()));
        var ticks =
                List.of(new CaseClock.Tick(day(petition.sentAt()), Move.SEND, FeedbackState.NEW, petition.firstUnit()));
        var due = dueOn(petition.kind(), FeedbackState.NEW, petition.firstUnit(), ticks);
        return new Next(petition.standing().due(due, time.revision()), List.of(first.due(due)));
    }

    /** Refuses (409) what the state does not allow. */
    Next next(Case before, MoveInput input, OffsetDateTime now) {
        var petition = before.petition();
        var standing = petition.standing();
        var move = input.move();
        var state = move.from(standing.state(), petition.kind()).orElseThrow(() -> Refusals.notNow(standing.state()));
        requireInTime(before, move, now);
        var unit = unitAfter(before, input);
        var today = day(now);
        var ticks = before.ticks();
        boolean late = isLate(before, move, today);
        ticks.add(new CaseClock.Tick(today, move, state, unit));
        var due = dueOn(petition.kind(), state, unit, ticks);
        var after = new Standing(
                state,
                unit,
                input.subject() == null ? standing.subject() : input.subject(),
                input.matter() == null ? standing.matter() : input.matter(),
                input.track() == null ? standing.track() : input.track(),
                standing.trackByOfficer() || input.track() != null,
                due,
                time.revision(),
                standing.reopened() + (move == Move.UNFIT ? 1 : 0),
                now,
                move == Move.ANSWER ? now : standing.answeredAt(),
                state.hasEnded() ? (standing.endedAt() == null ? now : standing.endedAt()) : null,
                solved(move, standing));
        return new Next(after, assignments(before, move, unit, today, late, due));
    }

    /** The date of an open case as it is counted now; for when the calendar changed. */
    LocalDate dueOn(Case open) {
        var petition = open.petition();
        return dueOn(
                petition.kind(),
                petition.standing().state(),
                petition.standing().unit(),
                open.ticks());
    }

    Deadlines deadlines(FeedbackKind kind, List<CaseClock.Tick> ticks) {
        return new Deadlines(kind, CaseClock.of(ticks, time.days()), limits, time.days());
    }

    private LocalDate dueOn(FeedbackKind kind, FeedbackState state, String unit, List<CaseClock.Tick> ticks) {
        var deadlines = deadlines(kind, ticks);
        return switch (state.clock()) {
            case RUNNING -> deadlines.of(deadlines.answerStep(), unit);
            case WAITING -> null;
            case RESTING ->
                state == FeedbackState.ANSWERED && kind == FeedbackKind.PAKN
                        ? deadlines.of(LimitStep.PUBLISH, unit)
                        : null;
        };
    }

    private void requireInTime(Case before, Move move, OffsetDateTime now) {
        var standing = before.petition().standing();
        if (move == Move.UNFIT) {
            boolean tooLate = standing.endedAt() != null
                    && standing.endedAt().plus(reopenWithin).isBefore(now);
            if (tooLate || standing.reopened() >= reopenings) {
                throw Refusals.notAgain(reopenings, reopenWithin.toDays());
            }
        }
        if (move == Move.REFUSE && standing.state() == FeedbackState.SUPPLEMENT_REQUESTED) {
            var until = deadlines(before.petition().kind(), before.ticks()).of(LimitStep.REPLY, standing.unit());
            if (until == null || !day(now).isAfter(until)) {
                throw Refusals.waitForReply(until);
            }
        }
    }

    private static String unitAfter(Case before, MoveInput input) {
        var unit = before.petition().standing().unit();
        return switch (input.move()) {
            case FORWARD -> {
                if (input.unit().equals(unit)) {
                    throw ProblemException.invalid(
                            "/unit", "Hãy chọn đơn vị khác.", "Choose another unit than the one that holds it.");
                }
                yield input.unit();
            }
            case ASSIGN -> Objects.requireNonNullElse(input.unit(), unit);
            case RETURN -> {
                if (before.current().fromUnit() == null) {
                    throw Refusals.nobodyBefore();
                }
                yield before.current().fromUnit();
            }
            default -> unit;
        };
    }

    /** Only a step that is taken can be late; that one is not taken at all shows in the date that passes. */
    private boolean isLate(Case before, Move move, LocalDate today) {
        var petition = before.petition();
        var unit = petition.standing().unit();
        var deadlines = deadlines(petition.kind(), before.ticks());
        boolean feedback = petition.kind() == FeedbackKind.PAKN;
        boolean unanswered = petition.standing().state() == FeedbackState.SUPPLEMENT_REQUESTED;
        boolean firstQuestion = !CaseClock.of(before.ticks(), time.days()).asked(unit);
        var step = switch (move) {
            case REFUSE, RETURN, OUT_OF_SCOPE -> feedback && !unanswered ? LimitStep.REFUSE_OR_RETURN : null;
            case FORWARD -> feedback ? LimitStep.FORWARD : null;
            case ASK -> feedback && firstQuestion ? LimitStep.ASK : null;
            case ANSWER -> deadlines.answerStep();
            case PUBLISH, CLOSE -> feedback ? LimitStep.PUBLISH : null;
            case SEND, RECEIVE, CLASSIFY, ASSIGN, REPLY, SEND_BACK, UNFIT, SOLVED -> null;
        };
        var due = step == null ? null : deadlines.of(step, unit);
        return due != null && today.isAfter(due);
    }

    private static Boolean solved(Move move, Standing standing) {
        return switch (move) {
            case SOLVED -> true;
            case UNFIT -> false;
            case ANSWER -> null;
            default -> standing.solved();
        };
    }

    private static List<Assignment> assignments(
            Case before, Move move, String unit, LocalDate today, boolean late, LocalDate due) {
        var current = before.current().orLate(late);
        return switch (move) {
            case FORWARD -> handedOver(current, Outcome.FORWARDED, begin(current, unit, Action.FORWARDED, today), due);
            case RETURN -> {
                var earlier = before.assignments().stream()
                        .filter(one -> one.unit().equals(unit) && one.action() != Action.RETURNED)
                        .reduce((first, second) -> second);
                var back = Assignment.begin(
                        current.number() + 1,
                        unit,
                        earlier.map(Assignment::fromUnit).orElse(null),
                        Action.RETURNED,
                        today);
                yield handedOver(current, Outcome.RETURNED, back, due);
            }
            case ASSIGN ->
                unit.equals(current.unit())
                        ? List.of(current.due(due))
                        : handedOver(current, Outcome.ASSIGNED, begin(current, unit, Action.ASSIGNED, today), due);
            case REFUSE -> List.of(current.finished(today, Outcome.REFUSED));
            case OUT_OF_SCOPE -> List.of(current.finished(today, Outcome.OUT_OF_SCOPE));
            case ANSWER -> List.of(current.finished(today, Outcome.ANSWERED));
            case SEND_BACK, UNFIT ->
                List.of(current, begin(current, unit, Action.REOPENED, today).due(due));
            case PUBLISH, CLOSE, SOLVED -> List.of(current);
            case SEND, RECEIVE, CLASSIFY, ASK, REPLY ->
                List.of(current.finishedOn() == null ? current.due(due) : current);
        };
    }

    private static Assignment begin(Assignment current, String unit, Action action, LocalDate today) {
        boolean again = action == Action.REOPENED;
        return Assignment.begin(current.number() + 1, unit, again ? current.fromUnit() : current.unit(), action, today);
    }

    private static List<Assignment> handedOver(Assignment current, Outcome how, Assignment next, LocalDate due) {
        return List.of(current.finished(next.startedOn(), how), next.due(due));
    }

    static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(Vietnam.ZONE).toLocalDate();
    }
}
