package vn.motcua.catalogue;

/** What a list is narrowed to; absent parts do not narrow. All parts must hold. */
record SearchFilter(
        String field, Level level, String agency, Subject subject, String lifeEvent, OnlineLevel onlineLevel) {
    static final SearchFilter NONE = new SearchFilter(null, null, null, null, null, null);

    /** The value asked for, as text, or null. */
    String wanted(Dimension dimension) {
        return switch (dimension) {
            case FIELD -> field;
            case LEVEL -> level == null ? null : level.name();
            case AGENCY -> agency;
            case SUBJECT -> subject == null ? null : subject.name();
            case LIFE_EVENT -> lifeEvent;
            case ONLINE_LEVEL -> onlineLevel == null ? null : onlineLevel.name();
        };
    }
}
