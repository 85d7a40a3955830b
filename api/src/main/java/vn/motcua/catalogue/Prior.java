package vn.motcua.catalogue;

import java.util.List;

/**
 * How likely people mean a procedure before they have typed a word, from 0 to 1: what citizens do at the counter around the
 * corner comes before what a ministry handles, what belongs to a life event before what does not, and what many have done
 * before what nobody did.
 */
final class Prior {
    private static final double COMMUNE = 0.3;
    private static final double PROVINCE = 0.15;
    private static final double FOR_CITIZENS = 0.2;
    private static final double LIFE_EVENT = 0.5;
    /** Dossiers from which on a procedure is as popular as any. */
    private static final double MANY = 10_000;

    private Prior() {}

    /** {@code dossiers}: how many were filed lately. */
    static double of(ProcedureRecord published, List<String> lifeEvents, long dossiers) {
        double level = published.levels().contains(Level.COMMUNE)
                ? COMMUNE
                : published.levels().contains(Level.PROVINCE) ? PROVINCE : 0;
        double applicants = published.subjects().contains(Subject.CITIZEN) ? FOR_CITIZENS : 0;
        double event = lifeEvents.isEmpty() ? 0 : LIFE_EVENT;
        double filed = Math.log1p(dossiers) / Math.log1p(MANY);
        return Math.min(1, Math.max(level + applicants + event, filed));
    }
}
