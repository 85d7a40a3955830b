package vn.motcua.notification;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.WebpushConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A push in FCM's form. */
final class FcmMessage {
    private FcmMessage() {}

    static Message of(Push push, Instant now) {
        var text = push.text();
        var language = push.locale().language();
        return Message.builder()
                .setToken(push.token())
                .setNotification(com.google.firebase.messaging.Notification.builder()
                        .setTitle(text.title().in(language))
                        .setBody(text.body().in(language))
                        .build())
                .putData("notificationId", push.messageId().toString())
                .setAndroidConfig(android(push))
                .setApnsConfig(apple(push, now))
                .setWebpushConfig(web(push))
                .build();
    }

    private static AndroidConfig android(Push push) {
        return AndroidConfig.builder()
                .setCollapseKey(push.collapseKey())
                .setTtl(push.timeToLive().toMillis())
                // The tag also replaces what the phone already shows, so a push that is sent twice is seen once.
                .setNotification(
                        AndroidNotification.builder().setTag(push.collapseKey()).build())
                .build();
    }

    private static ApnsConfig apple(Push push, Instant now) {
        return ApnsConfig.builder()
                .putHeader("apns-collapse-id", push.collapseKey())
                .putHeader(
                        "apns-expiration",
                        Long.toString(now.plus(push.timeToLive()).getEpochSecond()))
                .setAps(Aps.builder().build())
                .build();
    }

    private static WebpushConfig web(Push push) {
        return WebpushConfig.builder()
                .putHeader("Topic", push.collapseKey())
                .putHeader("TTL", Long.toString(push.timeToLive().toSeconds()))
                .build();
    }

    /**
     * Stable for one person's dossier; an urgent push has its own, so that nothing later covers it. Dossier codes can be guessed, so a hash of the code alone would tell it; the person
     * key is known to nobody outside. 22 characters fit every platform's limit.
     */
    static String collapseKey(UUID personKey, String dossierCode, Lane lane) {
        var about = personKey + " " + dossierCode + (lane == Lane.URGENT ? " urgent" : "");
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
