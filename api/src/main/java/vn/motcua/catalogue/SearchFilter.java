package vn.motcua.catalogue;

/** What a list is narrowed to; absent parts do not narrow. All parts must hold. */
record SearchFilter(
        String field, Level level, String agency, Subject subject, String lifeEvent, OnlineLevel onlineLevel) {
    boolean admits(CatalogueEntry entry) {
        return refusals(entry) == 0;
    }

    /** The parts that keep the procedure out: one bit for each dimension, at its ordinal. */
    int refusals(CatalogueEntry entry) {
        var summary = entry.summary();
        return bit(Dimension.FIELD, field != null && !field.equals(summary.field().code()))
                | bit(Dimension.LEVEL, level != null && !summary.levels().contains(level))
                | bit(
                        Dimension.AGENCY,
                        agency != null
                                && (entry.authority() == null
                                        || !agency.equals(entry.authority().code())))
                | bit(Dimension.SUBJECT, subject != null && !entry.subjects().contains(subject))
                | bit(Dimension.LIFE_EVENT, lifeEvent != null && !entry.lifeEvents().containsKey(lifeEvent))
                | bit(Dimension.ONLINE_LEVEL, onlineLevel != null && onlineLevel != summary.onlineLevel());
    }

    private static int bit(Dimension dimension, boolean refused) {
        return refused ? 1 << dimension.ordinal() : 0;
    }
}
