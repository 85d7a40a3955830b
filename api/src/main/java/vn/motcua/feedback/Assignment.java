package vn.motcua.feedback;

import java.time.LocalDate;

/**
 * One hand-over to a unit, by which its work is measured.
 *
 * @param fromUnit who handed it over; null for what was sent to the unit itself
 * @param finishedOn the day on which it was finished for this unit
 * @param late one of the steps that the unit took came after its time
 */
record Assignment(
        int number,
        String unit,
        String fromUnit,
        Action action,
        LocalDate startedOn,
        LocalDate finishedOn,
        Outcome outcome,
        LocalDate dueOn,
        LocalDate answeredOn,
        boolean late) {
    /** How the case came to the unit. */
    enum Action {
        SENT,
        ASSIGNED,
        FORWARDED,
        RETURNED,
        REOPENED
    }

    /** How it was finished there. */
    enum Outcome {
        ANSWERED,
        REFUSED,
        OUT_OF_SCOPE,
        FORWARDED,
        RETURNED,
        ASSIGNED
    }

    static Assignment begin(int number, String unit, String fromUnit, Action action, LocalDate day) {
        return new Assignment(number, unit, fromUnit, action, day, null, null, null, null, false);
    }

    Assignment finished(LocalDate day, Outcome how) {
        return new Assignment(
                number,
                unit,
                fromUnit,
                action,
                startedOn,
                day,
                how,
                dueOn,
                how == Outcome.ANSWERED ? day : answeredOn,
                late);
    }

    Assignment due(LocalDate day) {
        return new Assignment(number, unit, fromUnit, action, startedOn, finishedOn, outcome, day, answeredOn, late);
    }

    Assignment orLate(boolean also) {
        return new Assignment(
                number, unit, fromUnit, action, startedOn, finishedOn, outcome, dueOn, answeredOn, late || also);
    }
}
