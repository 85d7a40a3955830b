package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * What the applicant has to do now.
 *
 * @param text what, in words; the agency's own where it gave some
 * @param componentRef code of the paper concerned
 * @param paper that paper, as the version of the procedure that the dossier goes by describes it
 * @param respondBy until when, where the agency said so
 * @param where where to go, or where to do it online
 * @param how the way to do it
 */
record ActionRequired(
        String text, String componentRef, PaperNeeded paper, OffsetDateTime respondBy, Where where, String how) {
    /** A paper to bring, with its form. */
    record PaperNeeded(
            String name, Integer originals, Integer copies, String form, String formRef, Boolean electronicForm) {}

    /**
     * A place.
     *
     * @param agency whose counter
     * @param address as the procedure publishes it
     * @param online address of the portal
     */
    record Where(AgencyRef agency, String address, String online) {}
}
