package vn.motcua.dossier;

/** Which dossiers behind a figure are listed. */
public enum DossierPart {
    /** Received in the period or not done when it began. */
    ALL("true"),
    /** The denominator of the rate on time. */
    DATED("verdict > 0"),
    /** Early ones included. */
    ON_TIME("verdict in (1, 2)"),
    OVERDUE("verdict = 3"),
    /** Nothing to compare with: in no rate. */
    UNDATED("verdict = 0"),
    RECEIVED("came = 'NEW'"),
    RECEIVED_ONLINE("came = 'NEW' and channel = 'ONLINE'"),
    CARRIED_OVER("came = 'OPEN'"),
    REOPENED("came = 'DONE'"),
    DONE("stands = 'DONE'"),
    OPEN("stands = 'OPEN'"),
    PAUSED("stands = 'PAUSED'"),
    FINISHED("after = 9"),
    /** In time, and its own people gave no feedback on it: $8 are the codes of those with feedback. */
    SATISFIED("verdict in (1, 2) and code <> all($8)"),
    /** The others that have a date. */
    UNSATISFIED("verdict > 0 and not (verdict in (1, 2) and code <> all($8))");

    private final String condition;

    DossierPart(String condition) {
        this.condition = condition;
    }

    /** Whether it has to be known which dossiers had feedback. */
    public boolean asksForFeedback() {
        return this == SATISFIED || this == UNSATISFIED;
    }

    /** In the terms of {@link FigureSql#COUNTED}. */
    String condition() {
        return condition;
    }
}
