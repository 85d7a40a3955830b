package vn.motcua.organisation;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.motcua.identity.Secrets;
import vn.motcua.openapi.IsoTime;

/** Opens what is sealed of an endpoint, and makes the signed message of an entry. */
@Singleton
class WebhookSeal {
    private final Secrets secrets;
    private final Clock clock;

    WebhookSeal(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    byte[] seal(String text) {
        return secrets.encrypt(text);
    }

    String open(byte[] sealed) {
        return secrets.decrypt(sealed);
    }

    /** The same body and the same id at every attempt; the time and with it the signature are of this one. */
    WebhookClient.Message message(byte[] url, WebhookStore.Keys keys, FeedStore.Stored entry) {
        var data = new JsonObject().put("id", entry.id().toString()).put("dossierCode", entry.dossierCode());
        entry.body().forEach(field -> data.put(field.getKey(), field.getValue()));
        var type = switch (entry.kind()) {
            case DOSSIER_CHANGED -> "dossier.changed";
            case DOSSIER_GONE -> "dossier.gone";
            case WEBHOOK_DISABLED -> "webhook.disabled";
        };
        return signed(url, keys, "msg_" + entry.id(), type, entry.at(), data);
    }

    WebhookClient.Message ping(byte[] url, WebhookStore.Keys keys, UUID webhook) {
        var data = new JsonObject().put("webhookId", webhook.toString());
        return signed(url, keys, "ping_" + UUID.randomUUID(), "ping", OffsetDateTime.now(clock), data);
    }

    private WebhookClient.Message signed(
            byte[] url, WebhookStore.Keys keys, String id, String type, OffsetDateTime at, JsonObject data) {
        var body = new JsonObject()
                .put("type", type)
                .put("timestamp", IsoTime.format(at))
                .put("data", data)
                .encode();
        long now = clock.instant().getEpochSecond();
        return new WebhookClient.Message(
                URI.create(open(url)), id, now, WebhookSecret.signatures(valid(keys), id, now, body), body);
    }

    private List<String> valid(WebhookStore.Keys keys) {
        var newest = open(keys.secret());
        boolean two =
                keys.previous() != null && keys.previousUntil().toInstant().isAfter(clock.instant());
        return two ? List.of(newest, open(keys.previous())) : List.of(newest);
    }
}
