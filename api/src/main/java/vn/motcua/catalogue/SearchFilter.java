package vn.motcua.catalogue;

/** What a list is narrowed to; absent parts do not narrow. All parts must hold. */
record SearchFilter(
        String field, Level level, String agency, Subject subject, String lifeEvent, OnlineLevel onlineLevel) {
    boolean admits(CatalogueEntry entry) {
        return (field == null || field.equals(entry.summary().field().code()))
                && (level == null || entry.summary().levels().contains(level))
                && (agency == null
                        || (entry.authority() != null
                                && agency.equals(entry.authority().code())))
                && (subject == null || entry.subjects().contains(subject))
                && (lifeEvent == null || entry.editorial().lifeEvents().contains(lifeEvent))
                && (onlineLevel == null || onlineLevel == entry.summary().onlineLevel());
    }
}
