package vn.motcua.local;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What FCM refuses about a message before it looks at the phone: wrong shape, reserved words, too big. */
final class FcmMessageCheck {
    private static final int MAX_PAYLOAD_BYTES = 4096;
    private static final Set<String> REQUEST_FIELDS = Set.of("message", "validate_only", "validateOnly");
    private static final Set<String> MESSAGE_FIELDS = Set.of(
            "name", "data", "notification", "android", "webpush", "apns", "fcm_options", "fcmOptions", "token", "fid");

    private FcmMessageCheck() {}

    /** The complaint about this request, or nothing. Topics and conditions are not for this service. */
    static Optional<String> complaint(JsonObject request) {
        if (!(request.getValue("message") instanceof JsonObject message)) {
            return Optional.of("Request is missing 'message'.");
        }
        return Stream.of(
                        unknown(request, REQUEST_FIELDS, ""),
                        unknown(message, MESSAGE_FIELDS, " at 'message'"),
                        token(message),
                        data(message),
                        size(message))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unknown(JsonObject object, Set<String> known, String place) {
        return object.fieldNames().stream()
                .filter(name -> !known.contains(name))
                .map(name ->
                        "Invalid JSON payload received. Unknown name \"" + name + "\"" + place + ": Cannot find field.")
                .findFirst();
    }

    private static Optional<String> token(JsonObject message) {
        return message.getValue("token") instanceof String token && !token.isBlank()
                ? Optional.empty()
                : Optional.of("Exactly one of token, topic or condition must be specified");
    }

    private static Optional<String> data(JsonObject message) {
        if (!message.containsKey("data")) {
            return Optional.empty();
        }
        if (!(message.getValue("data") instanceof JsonObject data)) {
            return Optional.of("Invalid value at 'message.data'");
        }
        return data.fieldNames().stream()
                .filter(key -> reserved(key) || !(data.getValue(key) instanceof String))
                .map(key -> reserved(key)
                        ? "Invalid data payload key: " + key
                        : "Invalid value at 'message.data[" + key + "].value' (TYPE_STRING)")
                .findFirst();
    }

    private static boolean reserved(String key) {
        return key.equals("from") || key.equals("message_type") || key.startsWith("google.") || key.startsWith("gcm.");
    }

    private static Optional<String> size(JsonObject message) {
        var payload = new JsonObject();
        Stream.of("data", "notification")
                .filter(message::containsKey)
                .forEach(name -> payload.put(name, message.getValue(name)));
        return payload.encode().getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES
                ? Optional.of("Message too big")
                : Optional.empty();
    }
}
