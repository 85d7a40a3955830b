package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.dossier.Standing.Pinned;
import vn.motcua.openapi.DossierCode;

/**
 * What the dates of a dossier follow from, beside the working time: enough to count them again when that changes.
 *
 * @param agency whose office hours hold
 */
record ClockFacts(
        String agency,
        String procedure,
        ClockState state,
        OffsetDateTime receivedAt,
        Deadline.Limit limit,
        Pauses pauses,
        List<Promise> promises) {
    ClockFacts {
        promises = List.copyOf(promises);
    }

    static ClockFacts of(Folded dossier, Pinned pinned) {
        return new ClockFacts(
                agency(dossier.code(), dossier.facts()),
                pinned.procedureCode(),
                dossier.status().clock(),
                dossier.receivedAt(),
                pinned.limit(),
                Pauses.of(dossier.timeline(), dossier.receivedAt()),
                dossier.promises());
    }

    /** The deciding agency, else the receiving one, else the one that gave the dossier its code. */
    static String agency(String code, EventFacts facts) {
        return facts.competent() != null ? facts.competent() : agency(code, facts.reception());
    }

    /** The same, when no deciding agency is known. */
    static String agency(String code, String reception) {
        return reception != null
                ? reception
                : DossierCode.parse(code)
                        .map(parsed -> parsed.agencyLeftToRight().value())
                        .orElseThrow();
    }
}
