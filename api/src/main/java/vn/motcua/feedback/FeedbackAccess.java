package vn.motcua.feedback;

import vn.motcua.openapi.AgencyCode;

/**
 * An officer looks at a case.
 *
 * @param agency in whose name: of the address, which is the officer's own or one below it
 * @param own the officer's own agency
 * @param identity whether the officer wants to know the sender at all
 * @param account kept for an inquiry, never shown
 */
record FeedbackAccess(
        String code,
        AgencyCode agency,
        AgencyCode own,
        String position,
        FeedbackPurpose purpose,
        boolean identity,
        String account) {
    /**
     * The sender is known to those who handle the case and ask: the unit that holds it, and nobody above or beside it. Of a
     * denunciation, which may be about that very unit, to nobody (Luật Tố cáo).
     */
    boolean mayKnowSender(String unit, Track track) {
        return identity
                && purpose == FeedbackPurpose.HANDLING
                && track != Track.DENUNCIATION
                && own.value().equals(unit);
    }

    boolean mayKnowSender(Standing standing) {
        return mayKnowSender(standing.unit(), standing.track());
    }

    @Override
    public String toString() {
        return "FeedbackAccess[" + code + "]";
    }
}
