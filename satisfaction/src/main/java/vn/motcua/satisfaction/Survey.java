package vn.motcua.satisfaction;

import java.time.LocalDate;
import java.util.List;

/** The questionnaire that a ticket opens, in one language. */
record Survey(
        String questionnaire,
        int version,
        String title,
        State state,
        LocalDate expiresOn,
        List<SurveyItem> items,
        List<ScaleLevel> scale) {
    /** Whether the ticket was used. */
    enum State {
        OPEN,
        USED
    }

    Survey {
        items = List.copyOf(items);
        scale = List.copyOf(scale);
    }
}
