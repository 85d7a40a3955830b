package vn.motcua.forecast;

/**
 * What bounds the memory of a replay and of the model that comes out of it.
 *
 * @param groups how many groups of one procedure or one agency are kept
 * @param followed how many forecasts are followed at a time
 */
record ReplayLimits(int groups, int followed) {
    ReplayLimits {
        if (groups < 1 || followed < 1) {
            throw new IllegalArgumentException("at least one group and one forecast");
        }
    }
}
