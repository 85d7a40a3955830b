package vn.motcua.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * An announcement that was found good.
 *
 * @param agency on whose behalf; whoever muted that agency gets no push
 * @param variables what its template says it with
 * @param spread of open time; zero for as fast as is allowed
 */
record BroadcastDraft(
        BroadcastInput.Audience audience,
        String agency,
        Map<String, String> variables,
        Instant startAt,
        BroadcastHours hours,
        Duration spread,
        String author) {
    /** The tenant of what goes to the whole country. */
    static final String THE_SERVICE = "MOTCUA";

    BroadcastDraft {
        variables = Map.copyOf(variables);
    }
}
