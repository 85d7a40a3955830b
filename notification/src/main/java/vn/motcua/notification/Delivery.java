package vn.motcua.notification;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt to deliver one push. Errors are FCM's codes; they never hold a token. */
sealed interface Delivery {
    record Sent() implements Delivery {}

    /** UNREGISTERED: the app is gone or has a new token. */
    record DeadToken() implements Delivery {}

    /** Nothing will make FCM take this push. */
    record Refused(String error) implements Delivery {}

    /** FCM asks the whole sender to wait. */
    record QuotaExceeded(Duration delay) implements Delivery {}

    /** FCM does not know us: no push will get through until somebody looks after the credentials. */
    record CredentialsRefused(String error) implements Delivery {}

    /** The key for Apple's or the browsers' service is missing or wrong; other platforms still get through. */
    record PlatformRefused(String error) implements Delivery {}

    /** FCM or the way to it has trouble. */
    record Failed(String error, Optional<Duration> delay) implements Delivery {}

    /** Not tried, because the sender pauses. */
    record Held(Duration delay) implements Delivery {}

    /** The person's quiet hours: nobody is woken for something that can wait until the morning. */
    record Quiet(Duration left) implements Delivery {}

    /**
     * After the message was written, the person chose not to want it, the device was removed or signed in by somebody else, or
     * the announcement was stopped.
     */
    record NoDevice() implements Delivery {}
}
