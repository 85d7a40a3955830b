package vn.motcua.forecast;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Counts of one cell of a back-test; a forecast of several like dossiers counts as several. Errors are in working days. */
@RegisterForReflection
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class BacktestCell {

    /** Forecasts made. */
    int made;

    /** Of them, withdrawn by the applicant before the end. */
    int withdrawn;

    /** P50 dates that have come. */
    int due50;

    /** Of them, kept. */
    int held50;

    /** P90 dates that have come. */
    int due90;

    /** Of them, kept. */
    int held90;

    /** Forecasts whose dossier has ended. */
    int ended;

    /** Of them, with a legal limit; the sums below called limit… and limited… are over these. */
    int limited;

    /** Of them, ended within it. */
    int withinLimit;

    /** Sum of the distances between P50 and the end. */
    double error;

    /** Sum of pinball losses of P50. */
    double loss50;

    /** Sum of pinball losses of P90. */
    double loss90;

    /** The same for "it ends on the last day of the legal limit". */
    double limitError;

    double limitLoss50;
    double limitLoss90;

    /** The same for our forecasts of dossiers with a limit. */
    double limitedError;

    double limitedLoss50;
    double limitedLoss90;

    /** Sum of the chances to be on time that were told. */
    double chance;

    void add(BacktestCell other) {
        made += other.made;
        withdrawn += other.withdrawn;
        due50 += other.due50;
        held50 += other.held50;
        due90 += other.due90;
        held90 += other.held90;
        ended += other.ended;
        limited += other.limited;
        withinLimit += other.withinLimit;
        error += other.error;
        loss50 += other.loss50;
        loss90 += other.loss90;
        limitError += other.limitError;
        limitLoss50 += other.limitLoss50;
        limitLoss90 += other.limitLoss90;
        limitedError += other.limitedError;
        limitedLoss50 += other.limitedLoss50;
        limitedLoss90 += other.limitedLoss90;
        chance += other.chance;
    }
}
