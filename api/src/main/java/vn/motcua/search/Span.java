package vn.motcua.search;

/** Words {@code from} to before {@code to} of a query that the lexicon knows as one. */
record Span(int from, int to, Lexicon.Entry entry, float weight) {
    /** Longer entries beat several short ones. */
    double worth() {
        return weight * Math.pow(to - from, 1.6) + 0.1;
    }
}
