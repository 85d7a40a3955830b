package vn.motcua.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An announcement that was found good.
 *
 * @param agency on whose behalf; whoever muted that agency gets no push
 * @param variables what its template says it with
 * @param spread of open time; zero for as fast as is allowed
 * @param tellBy the last day on which somebody may be told, when it is about a planned pause of service
 */
record BroadcastDraft(
        BroadcastInput.Audience audience,
        String agency,
        Map<String, String> variables,
        Instant startAt,
        BroadcastHours hours,
        Duration spread,
        Optional<LocalDate> tellBy,
        String author) {
    /** The tenant of what goes to the whole country. */
    static final String THE_SERVICE = "MOTCUA";

    BroadcastDraft {
        variables = Map.copyOf(variables);
    }
}
