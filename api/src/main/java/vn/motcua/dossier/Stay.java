package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.Folded.Moment;
import vn.motcua.dossier.Timeliness.Handling;

/**
 * The time that a dossier was in one state since its reception, as figures count it. Judged by {@link Timeliness} alone.
 *
 * @param state 4 for both states of work, 9 for both of the result, else the number of the state
 * @param to when the next one began, null while it lasts
 * @param verdict what was judged at its beginning; null while the clock or a payment runs
 * @param overdueFrom from when on it is overdue while it lasts; null when never or already judged
 * @param dated whether there is a date to compare with, or more than one supplement was asked for
 */
record Stay(
        int state,
        OffsetDateTime from,
        OffsetDateTime to,
        Timeliness verdict,
        OffsetDateTime overdueFrom,
        boolean dated) {
    static final int IN_WORK = 4;
    static final int FINISHED = 9;

    /**
     * The stays of a dossier, one beginning where the one before ends; none when it was never accepted.
     *
     * @param timeline its steps, in order
     * @param due the date that binds the agency, null when there is none
     */
    static List<Stay> of(List<Moment> timeline, OffsetDateTime receivedAt, OffsetDateTime due) {
        if (receivedAt == null
                || timeline.isEmpty()
                || !accepted(timeline.getLast().status())) {
            return List.of();
        }
        var runs = runs(timeline, receivedAt);
        var stays = new ArrayList<Stay>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var to = i + 1 < runs.size() ? runs.get(i + 1).from() : null;
            stays.add(run.judged(timeline.subList(0, run.end()), receivedAt, due, to));
        }
        return stays;
    }

    private static boolean accepted(DossierStatus status) {
        return status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED;
    }

    /** Steps of one state, up to and without the step {@code end}. */
    private record Run(int state, OffsetDateTime from, int end) {
        Stay judged(List<Moment> steps, OffsetDateTime receivedAt, OffsetDateTime due, OffsetDateTime to) {
            var handling = Handling.of(steps.isEmpty() ? received(from) : steps, receivedAt, due, null);
            boolean dated = due != null || handling.supplementRequests() > 1;
            boolean runs =
                    state == IN_WORK || (state == DossierStatus.PAYMENT_REQUESTED.number() && !handling.finished());
            if (!runs) {
                return new Stay(state, from, to, Timeliness.of(handling, null, from), null, dated);
            }
            var atDue = Timeliness.of(handling, null, due == null ? from : due);
            return new Stay(state, from, to, null, atDue == Timeliness.OVERDUE ? from : due, dated);
        }

        private static List<Moment> received(OffsetDateTime at) {
            return List.of(new Moment(DossierStatus.RECEIVED, at, null));
        }
    }

    /** What came before reception counts as its beginning: the clock starts there. */
    private static List<Run> runs(List<Moment> timeline, OffsetDateTime receivedAt) {
        var runs = new ArrayList<Run>();
        runs.add(new Run(IN_WORK, receivedAt, 0));
        for (int i = 0; i < timeline.size(); i++) {
            var moment = timeline.get(i);
            var last = runs.getLast();
            var from = moment.occurredAt().isBefore(last.from()) ? last.from() : moment.occurredAt();
            int state = state(moment.status());
            if (state == last.state()) {
                runs.set(runs.size() - 1, new Run(state, last.from(), i + 1));
            } else if (from.isEqual(last.from())) {
                // Nothing was in the former state for any time.
                runs.removeLast();
                if (!runs.isEmpty() && runs.getLast().state() == state) {
                    from = runs.removeLast().from();
                }
                runs.add(new Run(state, from, i + 1));
            } else {
                runs.add(new Run(state, from, i + 1));
            }
        }
        return runs;
    }

    private static int state(DossierStatus status) {
        return switch (status) {
            case SUBMITTED, RECEIVED, REFUSED, IN_PROGRESS -> IN_WORK;
            case SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED, STOPPED -> status.number();
            case RESULT_READY, RETURNED -> FINISHED;
        };
    }
}
