package vn.motcua.organisation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * How the firms' webhooks fare, for an administrator: counts that name no firm and no address.
 *
 * @param failing active endpoints whose latest attempt failed
 * @param waiting messages that were not acknowledged yet
 * @param oldestWaitingSeconds of those whose endpoint is active; 0 when nothing waits
 * @param errors the latest error of endpoints that are not well, the most frequent first
 */
@RegisterForReflection
public record WebhookHealth(
        int active,
        int paused,
        int disabled,
        int failing,
        long waiting,
        long oldestWaitingSeconds,
        long deadLetters,
        List<Errors> errors) {
    public WebhookHealth {
        errors = List.copyOf(errors);
    }

    /** How many endpoints end with this error now. */
    @RegisterForReflection
    public record Errors(String error, int endpoints) {}
}
