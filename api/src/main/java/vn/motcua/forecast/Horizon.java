package vn.motcua.forecast;

/** How much of its legal limit a dossier has used when it is asked about. */
enum Horizon {
    AT_RECEPTION,
    FIRST_HALF,
    SECOND_HALF,
    PAST_LIMIT;

    static Horizon of(int elapsed, int limitDays) {
        int limit = limitDays == 0 ? 10 : limitDays;
        if (elapsed == 0) {
            return AT_RECEPTION;
        }
        if (elapsed * 2 < limit) {
            return FIRST_HALF;
        }
        return elapsed < limit ? SECOND_HALF : PAST_LIMIT;
    }
}
