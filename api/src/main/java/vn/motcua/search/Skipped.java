package vn.motcua.search;

import java.util.Arrays;

/** Terms of a query whose postings are not read, and what documents may reach by them at most. */
final class Skipped {
    private final Plan plan;
    private final boolean[] terms;
    /** By clue and meaning: the mass of its skipped terms, as if they stood in the best place. */
    private final float[][] masses;
    /** By clue: the most that its skipped terms satisfy. */
    private final float[] satisfied;

    private final double bound;

    private Skipped(Plan plan, boolean[] terms) {
        this.plan = plan;
        this.terms = terms;
        this.masses = new float[plan.clues().size()][];
        this.satisfied = new float[masses.length];
        double sum = 0;
        for (int c = 0; c < masses.length; c++) {
            var meanings = plan.clues().get(c).meanings();
            masses[c] = new float[meanings.size()];
            for (int m = 0; m < masses[c].length; m++) {
                masses[c][m] = skippedMass(plan.terms(c, m), meanings.get(m).masses());
                satisfied[c] = Math.max(satisfied[c], Plan.satisfied(meanings.get(m), masses[c][m]));
            }
            sum += (double) plan.clues().get(c).mass() * satisfied[c];
        }
        this.bound = sum;
    }

    static Skipped none(Plan plan) {
        return new Skipped(plan, new boolean[plan.size()]);
    }

    static Skipped all(Plan plan) {
        var terms = new boolean[plan.size()];
        Arrays.fill(terms, true);
        return new Skipped(plan, terms);
    }

    Skipped and(int term) {
        var more = terms.clone();
        more[term] = true;
        return new Skipped(plan, more);
    }

    private float skippedMass(int[] numbers, float[] masses) {
        float sum = 0;
        for (int t = 0; t < numbers.length; t++) {
            if (terms[numbers[t]]) {
                sum += masses[t] * plan.postings(numbers[t]).greatest();
            }
        }
        return sum;
    }

    boolean skips(int term) {
        return terms[term];
    }

    boolean nothing() {
        return bound == 0;
    }

    float mass(int clue, int meaning) {
        return masses[clue][meaning];
    }

    float satisfied(int clue) {
        return satisfied[clue];
    }

    /** No document reaches more of the query by skipped terms alone. */
    double bound() {
        return bound;
    }
}
