package vn.motcua.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.motcua.feedback.Cases.A;
import static vn.motcua.feedback.Cases.B;
import static vn.motcua.feedback.Cases.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.ProblemException;

/** Dates and lateness of every step, by the worked example of the reference and around it. */
class HandlingTest {
    private static final LocalDate MONDAY = day(11, 2);

    private static Cases sent() {
        return Cases.sent(FeedbackKind.PAKN, MONDAY);
    }

    @Test
    void theWorkedExampleOfTheReferenceComesOut() {
        var one = sent();
        assertEquals(day(11, 4), one.due(LimitStep.REFUSE_OR_RETURN));
        assertEquals(day(11, 9), one.due(LimitStep.ASK));
        assertEquals(day(11, 9), one.due(LimitStep.FORWARD));
        assertEquals(day(11, 23), one.due());
        one.move(day(11, 3), Move.RECEIVE).move(day(11, 3), Move.ASSIGN).move(day(11, 23), Move.ANSWER);
        assertFalse(one.last().late());
        assertEquals(day(11, 26), one.due());
        assertFalse(one.move(day(11, 26), Move.PUBLISH).last().late());
        assertNull(one.due());
    }

    /** A step on its last day is in time, a day later it is late. */
    private record Row(Move move, List<Move> before, LocalDate lastDay) {}

    @Test
    void everyStepIsInTimeOnItsLastDayAndLateAfterIt() {
        var rows = List.of(
                new Row(Move.REFUSE, List.of(), day(11, 4)),
                new Row(Move.RETURN, List.of(Move.FORWARD, Move.RECEIVE), day(11, 4)),
                new Row(Move.OUT_OF_SCOPE, List.of(Move.RECEIVE), day(11, 4)),
                new Row(Move.FORWARD, List.of(Move.RECEIVE), day(11, 9)),
                new Row(Move.ASK, List.of(Move.RECEIVE), day(11, 9)),
                new Row(Move.ANSWER, List.of(Move.RECEIVE, Move.ASSIGN), day(11, 23)),
                new Row(Move.PUBLISH, List.of(Move.RECEIVE, Move.ASSIGN, Move.ANSWER), day(11, 4)),
                new Row(Move.CLOSE, List.of(Move.RECEIVE, Move.ASSIGN, Move.ANSWER), day(11, 4)));
        for (var row : rows) {
            assertFalse(isLate(row, row.lastDay()), row::toString);
            assertTrue(isLate(row, Cases.CALENDAR.addWorkingDays(row.lastDay(), 1)), row::toString);
        }
    }

    /** The lateness of the unit that moved. */
    private static boolean isLate(Row row, LocalDate day) {
        var one = sent();
        row.before().forEach(move -> one.move(MONDAY, move, move == Move.FORWARD ? B : null));
        int mover = one.state().assignments().size() - 1;
        one.move(day, row.move(), row.move() == Move.FORWARD ? B : null);
        return one.state().assignments().get(mover).late();
    }

    @Test
    void aSecondQuestionHasNoLimitOfItsOwn() {
        var one = sent().move(day(11, 3), Move.ASK)
                .move(day(11, 4), Move.REPLY)
                .move(day(11, 5), Move.ASSIGN)
                .move(day(11, 19), Move.ASK);
        assertFalse(one.last().late());
    }

    @Test
    void theClockStandsWhileTheSenderIsAsked() {
        var one = sent().move(day(11, 4), Move.ASK);
        assertNull(one.due());
        assertEquals(FeedbackState.SUPPLEMENT_REQUESTED, one.standing().state());
        one.move(day(11, 11), Move.REPLY);
        // Two days were used; thirteen are left from 11/11: 12 13 16 17 18 19 20 23 25 26 27 30 and 1/12.
        assertEquals(day(12, 1), one.due());
        assertEquals(5, one.clock().days(FeedbackState.Clock.WAITING, day(11, 20)));
    }

    @Test
    void whoIsNotAnsweredMayRefuseOnlyAfterTheSendersTime() {
        var one = sent().move(day(11, 4), Move.ASK);
        // Ten working days from Wednesday 04/11 end on Wednesday 18/11.
        assertThrows(ProblemException.class, () -> one.move(day(11, 18), Move.REFUSE));
        assertEquals(
                FeedbackState.REFUSED,
                one.move(day(11, 19), Move.REFUSE).standing().state());
        assertFalse(one.last().late());
    }

    @Test
    void aForwardedCaseBeginsANewLimitForTheNextUnitOnly() {
        var one = sent().move(day(11, 3), Move.RECEIVE).move(day(11, 6), Move.FORWARD, B);
        assertEquals(day(11, 30), one.due());
        assertEquals(4, one.clock().used(A, day(11, 20)));
        assertEquals(Assignment.Action.FORWARDED, one.last().action());
        assertEquals(A, one.last().fromUnit());
    }

    @Test
    void aUnitThatGetsACaseBackGoesOnWhereItStopped() {
        var one = sent().move(day(11, 2), Move.RECEIVE)
                .move(day(11, 6), Move.FORWARD, B)
                .move(day(11, 9), Move.RECEIVE)
                .move(day(11, 10), Move.RETURN);
        assertEquals(A, one.standing().unit());
        // Four of fifteen days were used; eleven are left from 10/11.
        assertEquals(day(11, 26), one.due());
        assertNull(one.last().fromUnit());
        one.move(day(11, 11), Move.RECEIVE);
        assertThrows(ProblemException.class, () -> one.move(day(11, 11), Move.RETURN));
    }

    @Test
    void assigningInsideAnAgencyGivesNoNewDays() {
        var one = sent().move(day(11, 3), Move.RECEIVE)
                .move(day(11, 18), Move.ASSIGN, "H44.07.01")
                .move(day(11, 19), Move.ASSIGN, "H44.07.02");
        assertEquals(day(11, 23), one.due());
        assertTrue(one.move(day(11, 25), Move.ANSWER).last().late());
        // Forwarded to another agency it begins there, also for the unit inside that gets it.
        var other = sent().move(day(11, 6), Move.FORWARD, B)
                .move(day(11, 9), Move.RECEIVE)
                .move(day(11, 20), Move.ASSIGN, "H44.08.01");
        assertEquals(day(11, 30), other.due());
    }

    @Test
    void aUnitThatWasLateStaysLateWhenItGetsTheCaseBack() {
        var one = sent().move(day(11, 2), Move.RECEIVE)
                .move(day(11, 30), Move.FORWARD, B)
                .move(day(11, 30), Move.RECEIVE)
                .move(day(12, 1), Move.RETURN);
        assertEquals(day(11, 23), one.due());
    }

    @Test
    void anUnfitAnswerGivesTimeToAnswerAgainAndTakesNoneAway() {
        var early = answered(day(11, 4)).move(day(11, 5), Move.UNFIT);
        // Two days used, thirteen left are more than the five for another answer.
        assertEquals(day(11, 25), early.due());
        var late = answered(day(11, 23)).move(day(11, 25), Move.UNFIT);
        assertEquals(day(12, 2), late.due());
        assertEquals(1, late.standing().reopened());
        assertEquals(Assignment.Action.REOPENED, late.last().action());
        assertEquals(false, late.standing().solved());
        assertFalse(late.move(day(12, 2), Move.ANSWER).last().late());
    }

    private static Cases answered(LocalDate day) {
        return sent().move(MONDAY, Move.RECEIVE).move(MONDAY, Move.ASSIGN).move(day, Move.ANSWER);
    }

    @Test
    void whatHasEndedIsOpenedAgainForAMonthAndThreeTimesOnly() {
        var one = answered(day(11, 4)).move(day(11, 5), Move.PUBLISH);
        assertThrows(ProblemException.class, () -> one.move(day(12, 7), Move.UNFIT));
        for (int i = 0; i < 3; i++) {
            one.move(day(11, 9), Move.UNFIT).move(day(11, 9), Move.ANSWER);
        }
        assertThrows(ProblemException.class, () -> one.move(day(11, 9), Move.UNFIT));
    }

    @Test
    void aRepairHasALimitOfItsOwnAndNoOtherSteps() {
        var one = Cases.sent(FeedbackKind.REPAIR, MONDAY);
        assertEquals(day(11, 9), one.due());
        one.move(day(11, 20), Move.RECEIVE).move(day(11, 20), Move.FORWARD, B);
        assertFalse(one.state().assignments().getFirst().late());
        one.move(day(11, 20), Move.RECEIVE).move(day(11, 20), Move.ASSIGN);
        assertEquals(day(11, 30), one.due());
        assertTrue(one.move(day(12, 1), Move.ANSWER).last().late());
        assertEquals(
                FeedbackState.CLOSED,
                one.move(day(12, 2), Move.SOLVED).standing().state());
        assertEquals(true, one.standing().solved());
    }

    @Test
    void withoutTheDaysOffOfAYearThereIsNoDate() {
        var one = Cases.sent(FeedbackKind.PAKN, LocalDate.of(2030, 12, 20));
        assertNull(one.due());
        assertFalse(one.move(LocalDate.of(2030, 12, 31), Move.RECEIVE)
                .move(LocalDate.of(2030, 12, 31), Move.ASSIGN)
                .move(LocalDate.of(2030, 12, 31), Move.ANSWER)
                .last()
                .late());
    }

    @Test
    void aRuleOfASectorGoesBeforeTheGeneralOne() {
        var limits = new Limits(List.of(
                new Limit(LimitStep.FORWARD, "", 5, "NĐ 20/2008"), new Limit(LimitStep.FORWARD, "G02", 2, "Bộ")));
        assertEquals(2, limits.of(LimitStep.FORWARD, "G02.01").workingDays());
        assertEquals(5, limits.of(LimitStep.FORWARD, "G021").workingDays());
    }

    /**
     * On any way from unit to unit every working day belongs to exactly one holder, and no unit ever gets more working days
     * for its answer than its limit.
     */
    @Test
    void noDayIsLostOnAnyWay() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            var one = sent();
            var day = MONDAY;
            for (int i = 0; i < 25; i++) {
                day = day.plusDays(random.nextInt(4));
                var moves = new ArrayList<Move>();
                for (var actor : Move.Actor.values()) {
                    moves.addAll(Move.open(one.standing().state(), FeedbackKind.PAKN, actor));
                }
                if (moves.isEmpty()) {
                    break;
                }
                try {
                    var units = List.of(A, B, Cases.C);
                    var move = moves.get(random.nextInt(moves.size()));
                    one.move(day, move, move == Move.FORWARD ? units.get(random.nextInt(3)) : null);
                } catch (ProblemException notNow) {
                    continue;
                }
                check(one, day, seed);
            }
        }
    }

    private static void check(Cases one, LocalDate today, long seed) {
        var clock = one.clock();
        var units = new TreeSet<String>();
        one.state().steps().forEach(step -> units.add(step.toUnit()));
        int running = units.stream().mapToInt(unit -> clock.used(unit, today)).sum();
        int all = running
                + clock.days(FeedbackState.Clock.WAITING, today)
                + clock.days(FeedbackState.Clock.RESTING, today);
        assertEquals(Cases.CALENDAR.workingDaysBetween(MONDAY, today), all, () -> "seed " + seed);
        assertEquals(running, clock.days(FeedbackState.Clock.RUNNING, today), () -> "seed " + seed);
        var standing = one.standing();
        if (standing.state().clock() == FeedbackState.Clock.RUNNING && standing.reopened() == 0) {
            int used = clock.used(standing.unit(), today);
            var due = clock.due(standing.unit(), 15);
            boolean sentBack = one.state().steps().stream().anyMatch(step -> step.move() == Move.SEND_BACK);
            if (!sentBack) {
                assertEquals(due, one.due(), () -> "seed " + seed);
            }
            if (used < 15) {
                assertEquals(15 - used, Cases.CALENDAR.workingDaysBetween(today, due), () -> "seed " + seed);
            } else {
                assertFalse(due.isAfter(today), () -> "seed " + seed);
            }
        }
    }
}
