package vn.motcua.organisation;

import java.time.OffsetDateTime;

/** The new secret, shown this once, and until when messages carry a signature by the former one too. */
record WebhookSecretChange(String secret, OffsetDateTime formerValidUntil) {
    @Override
    public String toString() {
        return "WebhookSecretChange[]";
    }
}
