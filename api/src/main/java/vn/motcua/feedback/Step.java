package vn.motcua.feedback;

import java.time.OffsetDateTime;
import vn.motcua.openapi.Vietnam;

/**
 * One step in the life of a case.
 *
 * @param state after it
 * @param unit that held the case before it
 * @param toUnit that holds it after it
 * @param account of the officer, for an inquiry; never shown
 * @param words sealed; null without any
 */
record Step(
        int number,
        OffsetDateTime at,
        Move move,
        FeedbackState state,
        Move.Actor actor,
        String unit,
        String toUnit,
        String account,
        byte[] words) {
    CaseClock.Tick tick() {
        return new CaseClock.Tick(at.atZoneSameInstant(Vietnam.ZONE).toLocalDate(), move, state, toUnit);
    }

    @Override
    public String toString() {
        return "Step[" + number + " " + move + "]";
    }
}
