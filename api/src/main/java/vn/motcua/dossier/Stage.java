package vn.motcua.dossier;

/** The part of a dossier's life that a state belongs to; one system may have the last word on each. */
public enum Stage {
    /** Filing and reception: states 1 to 3. */
    FILING,
    /** Handling: states 4 to 8. */
    HANDLING,
    /** The result: states 9 and 10. */
    RESULT;

    static Stage of(DossierStatus status) {
        return switch (status) {
            case SUBMITTED, RECEIVED, REFUSED -> FILING;
            case IN_PROGRESS, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED, STOPPED -> HANDLING;
            case RESULT_READY, RETURNED -> RESULT;
        };
    }
}
