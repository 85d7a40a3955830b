package vn.motcua.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The refusals of FCM HTTP v1, in the words and shapes of the real server. */
enum FcmError {
    INVALID_ARGUMENT(400, "INVALID_ARGUMENT", "The registration token is not a valid FCM registration token"),
    UNAUTHENTICATED(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
    SENDER_ID_MISMATCH(403, "PERMISSION_DENIED", "SenderId mismatch"),
    THIRD_PARTY_AUTH_ERROR(401, "UNAUTHENTICATED", "Auth error from APNS or Web Push Service"),
    /** Without FCM's own code: a wrong project or address. It says nothing about the token. */
    NOT_FOUND(404, "NOT_FOUND", "Requested entity was not found."),
    UNREGISTERED(404, "NOT_FOUND", "Requested entity was not found."),
    QUOTA_EXCEEDED(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'Send requests per minute'."),
    INTERNAL(500, "INTERNAL", "Internal error encountered."),
    UNAVAILABLE(503, "UNAVAILABLE", "The service is currently unavailable.");

    private final int code;
    private final String status;
    private final String message;

    FcmError(int code, String status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    int code() {
        return code;
    }

    JsonObject body() {
        return body(message);
    }

    JsonObject body(String text) {
        var error = new JsonObject().put("code", code).put("message", text).put("status", status);
        if (this != UNAUTHENTICATED && this != NOT_FOUND) {
            var detail = new JsonObject()
                    .put("@type", "type.googleapis.com/google.firebase.fcm.v1.FcmError")
                    .put("errorCode", name());
            error.put("details", new JsonArray().add(detail));
        }
        return new JsonObject().put("error", error);
    }
}
