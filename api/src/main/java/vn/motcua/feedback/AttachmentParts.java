package vn.motcua.feedback;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
                var s3 = attachments
                        .s3()
                        .orElseThrow(() -> new IllegalStateException("motcua.feedback.attachments.store is s3: "
                                + "motcua.feedback.attachments.s3.endpoint, bucket and keys are needed"));
                yield new S3Store(
                        s3.endpoint(),
                        s3.bucket(),
                        new S3Signature(s3.accessKey(), s3.secretKey(), s3.region()),
                        s3.timeout(),
                        clock);
            }
        };
    }

    @Produces
    @Singleton
    AttachmentScanner scanner(FeedbackConfig config) {
        return config.attachments()
                .scanner()
                .<AttachmentScanner>map(clamd -> new ClamdScanner(clamd.host(), clamd.port(), clamd.timeout()))
                .orElseGet(AttachmentScanner::none);
    }
}
