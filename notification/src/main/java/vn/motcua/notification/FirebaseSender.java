package vn.motcua.notification;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends with the Firebase Admin SDK. */
final class FirebaseSender implements PushSender, AutoCloseable {
    private static final String LOCAL_PROJECT = "motcua-local";

    private final FirebaseApp app;
    private final FirebaseMessaging messaging;
    private final FcmTransport transport;

    private FirebaseSender(FirebaseApp app, FcmTransport transport) {
        this.app = app;
        this.messaging = FirebaseMessaging.getInstance(app);
        this.transport = transport;
    }

    /** Nothing when neither an endpoint nor credentials are configured. */
    static Optional<FirebaseSender> open(FcmConfig config, Duration timeout, Vertx vertx) {
        if (config.endpoint().isEmpty() && config.credentialsFile().isEmpty()) {
            return Optional.empty();
        }
        var file = config.credentialsFile().map(Path::of);
        var transport = new FcmTransport(
                vertx,
                config.endpoint().orElse(FcmTransport.GOOGLE),
                timeout,
                config.trustedCertificate().map(Path::of));
        var options = FirebaseOptions.builder()
                .setCredentials(file.map(FirebaseSender::read).orElseGet(NoIdentity::new))
                .setHttpTransport(transport)
                .setConnectTimeout((int) timeout.toMillis())
                .setReadTimeout((int) timeout.toMillis());
        config.project()
                .or(() -> file.isEmpty() ? Optional.of(LOCAL_PROJECT) : Optional.empty())
                .ifPresent(options::setProjectId);
        var app = FirebaseApp.initializeApp(options.build(), "motcua-" + System.identityHashCode(transport));
        return Optional.of(new FirebaseSender(app, transport));
    }

    private static GoogleCredentials read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return GoogleCredentials.fromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException("motcua.fcm.credentials-file cannot be read: " + file, e);
        }
    }

    @Override
    public Delivery send(Push push) {
        try {
            messaging.send(FcmMessage.of(push, Instant.now()));
            return new Delivery.Sent();
        } catch (FirebaseMessagingException e) {
            return FcmErrors.classify(e, Instant.now());
        } catch (RuntimeException e) {
            // For example a token that could not be refreshed. The message may quote the request, so only the type is
            // kept.
            return new Delivery.Failed(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    @Override
    public void close() {
        app.delete();
        transport.shutdown();
    }
}
