package vn.motcua.feedback;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vn.motcua.feedback.file.AttachmentScanner;
import vn.motcua.feedback.file.AttachmentStore;
import vn.motcua.feedback.file.ClamdScanner;
import vn.motcua.feedback.file.DiskStore;
import vn.motcua.feedback.file.S3Signature;
import vn.motcua.feedback.file.S3Store;

/** The store and the scanner that this installation is configured with. */
@Singleton
class AttachmentParts {
    @Produces
    @Singleton
    AttachmentStore store(FeedbackConfig config, Clock clock) {
        var attachments = config.attachments();
        return switch (attachments.store()) {
            case DISK -> new DiskStore(attachments.folder());
            case S3 -> {
                var s3 = attachments.s3();
                var signature = new S3Signature(
                        set(s3.accessKey(), "access-key"), set(s3.secretKey(), "secret-key"), s3.region());
                yield new S3Store(
                        set(s3.endpoint(), "endpoint"), set(s3.bucket(), "bucket"), signature, s3.timeout(), clock);
            }
        };
    }

    private static <T> T set(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException(
                "motcua.feedback.attachments.store is s3: set motcua.feedback.attachments.s3." + name));
    }

    @Produces
    @Singleton
    AttachmentScanner scanner(FeedbackConfig config) {
        var clamd = config.attachments().scanner();
        return clamd.host()
                .<AttachmentScanner>map(host -> new ClamdScanner(host, clamd.port(), clamd.timeout()))
                .orElseGet(AttachmentScanner::none);
    }
}
