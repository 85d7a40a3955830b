package vn.motcua.search;

/**
 * How much each consideration counts beside the satisfied part of the query, which counts 1.
 *
 * @param unasked for the part of a title that nobody asked for
 * @param prior for what people usually mean
 * @param secondary against local copies
 */
record RankingWeights(float unasked, float prior, float secondary) {
    static final RankingWeights DEFAULT = new RankingWeights(0.35f, 0.12f, 0.25f);
}
