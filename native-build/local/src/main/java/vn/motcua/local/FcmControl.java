package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;

/** What {@code POST /control} may change; fields that are absent stay as they are. */
final class FcmControl {
    private FcmControl() {}

    /** @throws IllegalArgumentException when a value cannot be understood */
    static void apply(JsonObject wanted, FcmRules rules, Clock clock) {
        if (wanted.containsKey("quotaPerMinute")) {
            rules.quotaPerMinute(wanted.getInteger("quotaPerMinute"));
        }
        if (wanted.containsKey("down")) {
            rules.down(wanted.getBoolean("down"));
        }
        if (wanted.containsKey("credentialsRefused")) {
            rules.credentialsRefused(wanted.getBoolean("credentialsRefused"));
        }
        if (wanted.containsKey("delayMs")) {
            rules.delay(Duration.ofMillis(wanted.getLong("delayMs")));
        }
        if (wanted.containsKey("retire")) {
            wanted.getJsonArray("retire").forEach(token -> rules.retire((String) token));
        }
        if (wanted.containsKey("script")) {
            rules.script(FcmScript.of(wanted.getJsonArray("script"), clock.instant()));
        }
    }
}
