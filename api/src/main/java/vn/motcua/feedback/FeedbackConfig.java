package vn.motcua.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Feedback. Time limits are data ({@code feedback.step_limit}); none of this here is law. */
@ConfigMapping(prefix = "motcua.feedback")
public interface FeedbackConfig {
    /** Who receives what names no agency and no dossier. NĐ 20/2008 named VPCP; recheck after NĐ 224/2026 art. 18.2. */
    @WithDefault("G22")
    String nationalReceiver();

    /** From this likeness on (0 to 1) two cases are shown to officers as alike. */
    @WithDefault("0.5")
    double alikeFrom();

    /** The same where procedure and place agree. */
    @WithDefault("0.3")
    double alikeAtSamePlaceFrom();

    /** How old a case may be to be shown as alike. */
    @WithDefault("180d")
    Duration alikeWithin();

    /** How long after the end the sender may say that the answer is unfit. */
    @WithDefault("30d")
    Duration reopenWithin();

    /** How often the sender may say so for one case. */
    @WithDefault("3")
    int reopenings();

    /** Cases a person may send in 24 hours. */
    @WithDefault("20")
    int perPersonAndDay();

    /** Published answers may lie in caches this long. */
    @WithDefault("30s")
    Duration cacheFor();

    Attachments attachments();

    /** Files that belong to a case. */
    interface Attachments {
        /** Files of one case. */
        @WithDefault("5")
        int most();

        /** Bytes of one file. */
        @WithDefault("10485760")
        long largest();

        /** Files that are cleaned at one time on this replica; each lies in memory whole. More wait their turn. */
        @WithDefault("2")
        int atOnce();

        /** Where the bytes lie: DISK of this machine (one replica, or a shared volume), or S3. */
        @WithDefault("disk")
        Store store();

        /** Folder of the store DISK. */
        @WithDefault(".motcua/feedback")
        Path folder();

        S3 s3();

        Scanner scanner();
    }

    /** The kinds of stores. */
    enum Store {
        DISK,
        S3
    }

    /** An S3 service, addressed by path; endpoint, bucket and both keys are needed for the store S3. */
    interface S3 {
        Optional<URI> endpoint();

        Optional<String> bucket();

        @WithDefault("us-east-1")
        String region();

        Optional<String> accessKey();

        Optional<String> secretKey();

        @WithDefault("20s")
        Duration timeout();
    }

    /** A clamd, spoken to with INSTREAM over TCP. Without a host files are not scanned, and marked so. */
    interface Scanner {
        Optional<String> host();

        @WithDefault("3310")
        int port();

        @WithDefault("20s")
        Duration timeout();
    }
}
