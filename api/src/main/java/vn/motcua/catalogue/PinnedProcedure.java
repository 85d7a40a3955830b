package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What an applicant needs of one version of a procedure while a dossier runs by it.
 *
 * @param receptionAddress where papers are handed in, as published; null where not told
 */
public record PinnedProcedure(String receptionAddress, List<Paper> papers) {
    public static final PinnedProcedure UNKNOWN = new PinnedProcedure(null, List.of());

    /**
     * A paper of the dossier.
     *
     * @param ref its code, by which reasons name it
     * @param form name or number of the form to fill in
     * @param formRef address or identifier of the form at its source
     */
    public record Paper(
            String ref,
            String name,
            Integer originals,
            Integer copies,
            String form,
            String formRef,
            Boolean electronicForm) {}

    public PinnedProcedure {
        papers = List.copyOf(papers);
    }

    /** The paper with this code; agencies write codes in either case. */
    public Optional<Paper> paper(String ref) {
        return papers.stream()
                .filter(paper ->
                        paper.ref() != null && ref != null && paper.ref().equalsIgnoreCase(ref.strip()))
                .findFirst();
    }
}
