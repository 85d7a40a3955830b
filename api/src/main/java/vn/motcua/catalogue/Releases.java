package vn.motcua.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Imports a catalogue file and publishes it as one release: checked, staged, compared, published, or nothing at all. */
@ApplicationScoped
class Releases {
    private static final Logger LOG = Logger.getLogger(Releases.class);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ReleaseStore store;
    private final CatalogueStore catalogue;
    private final CatalogueReplica replica;
    private final ObjectMapper json;

    Releases(ReleaseStore store, CatalogueStore catalogue, CatalogueReplica replica, ObjectMapper json) {
        this.store = store;
        this.catalogue = catalogue;
        this.replica = replica;
        this.json = json;
    }

    /** Blocks while the file streams in. */
    ReleaseReport publish(
            CatalogueSource source, InputStream body, ReleaseMode mode, boolean dryRun, Language language) {
        var lifeEvents = catalogue.lifeEvents().await().indefinitely().stream()
                .map(LifeEventLabel::code)
                .collect(Collectors.toSet());
        try (var work = store.begin().orElseThrow(Releases::inProgress)) {
            var staging = new Staging(new RecordCheck(lifeEvents), work, this::staged);
            read(source, body, staging);
            staging.finish();
            var counts = work.compare(mode, staging.named());
            if (dryRun || counts.nothingChanged()) {
                return report(null, counts, staging, language);
            }
            var published = work.publish(mode, counts, staging.refused().size());
            work.commit();
            LOG.infof("catalogue release %d published: %s", published.id(), counts);
            replica.awaitCatchUp();
            return report(published, counts, staging, language);
        }
    }

    private static void read(CatalogueSource source, InputStream body, Staging staging) {
        var strict = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            source.read(new InputStreamReader(body, strict), staging);
        } catch (CharacterCodingException e) {
            throw Malformed.encoding();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StagedProcedure staged(CatalogueSource.Item.Usable item) {
        try {
            var published = json.writeValueAsString(item.published());
            return new StagedProcedure(
                    item.published().code(),
                    item.internal(),
                    published,
                    checksum(item.internal() + published),
                    item.editorial() == null ? null : json.writeValueAsString(item.editorial()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that was read cannot be written", e);
        }
    }

    private static String checksum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ReleaseReport report(
            ReleaseStore.Published published, ReleaseStore.Counts counts, Staging staging, Language language) {
        return new ReleaseReport(
                published == null ? null : published.id(),
                published == null
                        ? null
                        : published.at().atZoneSameInstant(VIETNAM).toOffsetDateTime(),
                counts.added(),
                counts.amended(),
                counts.abolished(),
                counts.unchanged(),
                staging.refused().stream()
                        .map(one -> new RefusedRecord(
                                one.line(), one.code(), one.why().reason().in(language)))
                        .toList());
    }

    private static ProblemException inProgress() {
        return ProblemException.of(
                ProblemType.RELEASE_IN_PROGRESS,
                "Hãy đợi lần công bố đang chạy xong rồi gửi lại.",
                "Wait until the release that is under way has ended, then send it again.");
    }
}
