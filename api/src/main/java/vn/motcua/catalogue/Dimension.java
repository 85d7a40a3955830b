package vn.motcua.catalogue;

import java.util.Collection;
import java.util.List;
import vn.motcua.openapi.Language;

/** What a list of procedures can be narrowed by. */
enum Dimension {
    FIELD("field"),
    LEVEL("level"),
    AGENCY("agency"),
    SUBJECT("subject"),
    LIFE_EVENT("lifeEvent"),
    ONLINE_LEVEL("onlineLevel");

    private final String parameter;

    Dimension(String parameter) {
        this.parameter = parameter;
    }

    /** Its name in the address and among the facets. */
    String parameter() {
        return parameter;
    }

    /** What the procedure has here; as text it is what the address says. */
    Collection<?> of(CatalogueEntry entry) {
        return switch (this) {
            case FIELD -> List.of(entry.summary().field().code());
            case LEVEL -> entry.summary().levels();
            case AGENCY ->
                entry.authority() == null || entry.authority().code() == null
                        ? List.of()
                        : List.of(entry.authority().code());
            case SUBJECT -> entry.subjects();
            case LIFE_EVENT -> entry.lifeEvents().keySet();
            case ONLINE_LEVEL ->
                entry.summary().onlineLevel() == null
                        ? List.of()
                        : List.of(entry.summary().onlineLevel());
        };
    }

    String label(String value, CatalogueSnapshot snapshot, Language language) {
        return switch (this) {
            case FIELD -> snapshot.fieldName(value);
            case LEVEL -> Level.valueOf(value).label().in(language);
            case AGENCY -> snapshot.authorityName(value);
            case SUBJECT -> Subject.valueOf(value).label().in(language);
            case LIFE_EVENT -> snapshot.lifeEventName(value, language);
            case ONLINE_LEVEL -> OnlineLevel.valueOf(value).label().in(language);
        };
    }
}
