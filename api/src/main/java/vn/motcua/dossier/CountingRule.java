package vn.motcua.dossier;

import java.util.Set;

/**
 * Which states a report takes for done and which for paused; all others are in progress. Numbers of the national portal, 4 for
 * both states of work and 9 for both of the result. Reports differ in this, so each prints which rule it used.
 *
 * @param name as printed
 */
public record CountingRule(String name, Set<Integer> done, Set<Integer> paused) {
    /** Metric 2.1 of the index of QĐ 766: stop and withdrawal end a dossier, waiting for papers does not. */
    public static final CountingRule INDEX = new CountingRule("766/2.1", Set.of(7, 8, 9), Set.of());

    public CountingRule {
        done = Set.copyOf(done);
        paused = Set.copyOf(paused);
        if (!done.contains(Stay.FINISHED) || done.contains(Stay.IN_WORK) || paused.contains(Stay.IN_WORK)) {
            throw new IllegalArgumentException("a finished dossier is done and one in work is not");
        }
        if (done.stream().anyMatch(paused::contains)) {
            throw new IllegalArgumentException("a state is done or paused, not both");
        }
    }
}
