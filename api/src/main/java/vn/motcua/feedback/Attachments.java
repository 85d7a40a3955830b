package vn.motcua.feedback;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.motcua.feedback.file.AttachmentScanner;
import vn.motcua.feedback.file.AttachmentStore;
import vn.motcua.feedback.file.Cleaned;
import vn.motcua.feedback.file.Cleaner;
import vn.motcua.feedback.file.FileType;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/**
 * Takes and gives files. An upload goes to disk as it comes in, however slow the phone; only then is it read, cleaned and
 * scanned, a few at a time. Runs on worker threads.
 */
@Singleton
class Attachments {
    private static final Logger LOG = Logger.getLogger(Attachments.class);
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 120;

    private final FeedbackStore cases;
    private final AttachmentRows rows;
    private final AttachmentStore store;
    private final AttachmentScanner scanner;
    private final FeedbackConfig.Attachments config;
    private final Semaphore turns;

    Attachments(
            FeedbackStore cases,
            AttachmentRows rows,
            AttachmentStore store,
            AttachmentScanner scanner,
            FeedbackConfig config) {
        this.cases = cases;
        this.rows = rows;
        this.store = store;
        this.scanner = scanner;
        this.config = config.attachments();
        this.turns = new Semaphore(this.config.atOnce());
    }

    /** Adds a file to an own case that has not ended; tells all its files. */
    Feedback.Attachment add(String typedCode, UUID person, FileType type, String name, InputStream body) {
        var code = FeedbackReading.code(typedCode);
        requireRoom(find(code, person));
        var upload = received(body);
        try {
            return keep(code, person, type, name(name, type), upload);
        } finally {
            delete(upload);
        }
    }

    private Handling.Case find(String code, UUID person) {
        return cases.find(cases.outside(), code)
                .await()
                .atMost(WAIT)
                .filter(one -> person.equals(one.petition().personKey()))
                .orElseThrow(Refusals::notFound);
    }

    private void requireRoom(Handling.Case one) {
        if (one.petition().standing().state().hasEnded()) {
            throw Refusals.notNow(one.petition().standing().state());
        }
        var code = one.petition().code();
        int files = rows.of(cases.outside(), code).await().atMost(WAIT).size();
        if (files >= config.most()) {
            throw full();
        }
    }

    private ProblemException full() {
        return Refusals.tooMany(
                "Mỗi vụ việc có tối đa " + config.most() + " tệp.", "A case has at most " + config.most() + " files.");
    }

    /** The body as a file. */
    private Path received(InputStream body) {
        try {
            var file = Files.createTempFile("motcua-upload-", ".part");
            try {
                copy(body, file);
                return file;
            } catch (IOException | RuntimeException e) {
                delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Counted: a length that was declared proves nothing. */
    private void copy(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[32 << 10];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > config.largest()) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Feedback.Attachment keep(String code, UUID person, FileType type, String name, Path upload) {
        try {
            if (!turns.tryAcquire(TURN.toSeconds(), TimeUnit.SECONDS)) {
                throw unavailable(new TimeoutException("all turns of cleaning are taken"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
        try {
            var clean = clean(type, Files.readAllBytes(upload));
            boolean scanned = isScanned(clean);
            var hash = sha256(clean);
            var reference = code + "/" + HexFormat.of().formatHex(hash) + "." + type.extension();
            store.put(reference, clean, type.mediaType());
            return noted(
                    code,
                    person,
                    new AttachmentRows.New(name, type.mediaType(), clean.length, hash, reference, scanned));
        } catch (IOException e) {
            throw unavailable(e);
        } finally {
            turns.release();
        }
    }

    private static byte[] clean(FileType type, byte[] bytes) {
        return switch (Cleaner.clean(type, bytes)) {
            case Cleaned.Clean clean -> clean.bytes();
            case Cleaned.Refused refused ->
                throw ProblemException.of(
                        ProblemType.ATTACHMENT_REFUSED,
                        refused.advice().vi(),
                        refused.advice().en());
        };
    }

    private boolean isScanned(byte[] bytes) throws IOException {
        return switch (scanner.scan(bytes)) {
            case CLEAN -> true;
            case NOT_SCANNED -> false;
            case INFECTED ->
                throw ProblemException.of(
                        ProblemType.ATTACHMENT_REFUSED,
                        "Tệp có mã độc nên không được nhận. Hãy kiểm tra thiết bị của bạn.",
                        "The file holds malware and is not taken. Check your device.");
        };
    }

    /** What is refused has no row, which every file of the case with the same bytes would share: nobody would find it again. */
    private Feedback.Attachment noted(String code, UUID person, AttachmentRows.New file) {
        try {
            return note(code, person, file);
        } catch (ProblemException refused) {
            try {
                store.delete(file.reference());
            } catch (IOException e) {
                LOG.warn("a refused attachment was left behind in the store", e);
            }
            throw refused;
        }
    }

    /** Under the lock of the case, so that two uploads at once do not make six files of five. */
    private Feedback.Attachment note(String code, UUID person, AttachmentRows.New file) {
        return cases
                .inTransaction(tx -> cases.lock(tx, code)
                        .map(found -> found.filter(
                                        one -> person.equals(one.petition().personKey()))
                                .orElseThrow(Refusals::notFound))
                        .chain(() -> rows.kept(tx, code))
                        .invoke(known -> {
                            boolean again = known.stream()
                                    .anyMatch(one -> one.reference().equals(file.reference()));
                            if (known.size() >= config.most() && !again) {
                                throw full();
                            }
                        })
                        .chain(() -> rows.add(tx, code, file))
                        .chain(() -> rows.kept(tx, code)))
                .await()
                .atMost(WAIT)
                .stream()
                .filter(one -> one.reference().equals(file.reference()))
                .map(AttachmentRows.Kept::file)
                .findFirst()
                .orElseThrow();
    }

    /** A file for sending out. */
    record Opened(String name, long bytes, InputStream content) {}

    /** Who may see it was asked before. */
    Opened open(String code, UUID id) {
        var kept = rows.one(cases.outside(), code, id).await().atMost(WAIT).orElseThrow(Refusals::noAttachment);
        try {
            return new Opened(kept.file().name(), kept.file().bytes(), store.open(kept.reference()));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Bytes first: a row without bytes is found again at the next try. */
    void forget(AttachmentRows.Kept kept) throws IOException {
        store.delete(kept.reference());
        rows.remove(kept.file().id()).await().atMost(WAIT);
    }

    /** What the phone calls it, without a path, and with the ending of what it is. */
    private static String name(String typed, FileType type) {
        var plain = typed == null
                ? ""
                : typed.replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\"<>:|?*;%]", "")
                        .strip();
        int dot = plain.lastIndexOf('.');
        var stem = dot > 0 ? plain.substring(0, dot) : plain;
        int end = stem.offsetByCodePoints(0, Math.min(stem.codePointCount(0, stem.length()), LONGEST_NAME));
        var kept = stem.isBlank() ? "tep" : stem.substring(0, end);
        return kept + "." + type.extension();
    }

    private ProblemException tooLarge() {
        return ProblemException.of(
                ProblemType.BODY_TOO_LARGE,
                "Mỗi tệp tối đa " + (config.largest() >> 20) + " MB. Hãy giảm kích thước ảnh rồi gửi lại.",
                "A file may have at most " + (config.largest() >> 20)
                        + " MB. Make the picture smaller and send it again.");
    }

    private static ProblemException unavailable(Exception cause) {
        LOG.warn("an attachment could not be moved", cause);
        return ProblemException.retryLater(
                ProblemType.UNAVAILABLE,
                Duration.ofSeconds(30),
                "Kho tệp tạm thời chưa sẵn sàng. Hãy thử lại sau.",
                "The store of files is not ready. Try again later.");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("an upload was left behind in the folder for temporary files", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
