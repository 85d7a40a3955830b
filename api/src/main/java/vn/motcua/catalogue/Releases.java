package vn.motcua.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** Imports a catalogue file and publishes it as one release: checked, staged, compared, published, or nothing at all. */
@ApplicationScoped
class Releases {
    private static final Logger LOG = Logger.getLogger(Releases.class);

    private final ReleaseStore store;
    private final CatalogueStore catalogue;
    private final CatalogueReplica replica;
    private final ObjectMapper json;
    private final ReleaseReports reports;
    private final List<ReleaseFollower> followers;

    Releases(
            ReleaseStore store,
            CatalogueStore catalogue,
            CatalogueReplica replica,
            ObjectMapper json,
            @All List<ReleaseFollower> followers) {
        this.store = store;
        this.catalogue = catalogue;
        this.replica = replica;
        this.json = json;
        this.reports = new ReleaseReports(json);
        this.followers = followers;
    }

    /**
     * How a file is to be taken.
     *
     * @param strict one refused record refuses the file
     * @param shape null: found out from the first record
     */
    record Wish(ReleaseMode mode, boolean dryRun, boolean strict, Shape shape) {}

    /** Blocks while the file streams in. */
    ReleaseReport publish(InputStream body, Wish wish, Language language) {
        var lifeEvents = catalogue.lifeEvents().await().indefinitely().stream()
                .map(LifeEventLabel::code)
                .collect(Collectors.toSet());
        try (var work = store.begin().orElseThrow(Releases::inProgress)) {
            var staging = new Staging(new RecordCheck(lifeEvents), work, this::staged);
            new CatalogueFile(json, wish.shape()).read(body, staging);
            staging.finish();
            if (wish.strict() && !staging.refused().isEmpty()) {
                throw Malformed.notAllUsable(staging.refused());
            }
            var counts = work.compare(wish.mode(), staging.named());
            if (wish.dryRun()) {
                return reports.foretold(counts, staging, work, language);
            }
            return reports.report(
                    published(work, wish.mode(), counts, staging.refused().size(), null), counts, staging, language);
        }
    }

    /** Publishes a new release that equals an earlier one; the words of the editors stay as they are now. */
    ReleaseReport restore(long release, boolean dryRun, Language language) {
        try (var work = store.begin().orElseThrow(Releases::inProgress)) {
            if (!work.knows(release)) {
                throw unknown();
            }
            work.stageRelease(release);
            var counts = work.compare(ReleaseMode.FULL, Set.of());
            return dryRun
                    ? reports.foretold(counts, null, work, language)
                    : reports.report(published(work, ReleaseMode.FULL, counts, 0, release), counts, null, language);
        }
    }

    /** Null when there is nothing to publish. */
    private ReleaseStore.Published published(
            ReleaseStore.Work work, ReleaseMode mode, ReleaseStore.Counts counts, int refused, Long restores) {
        if (counts.nothingChanged()) {
            return null;
        }
        var published = work.publish(mode, counts, refused, restores);
        followers.forEach(follower -> work.tell(follower, published.id()));
        work.commit();
        LOG.infof("catalogue release %d published: %s", published.id(), counts);
        replica.awaitCatchUp();
        return published;
    }

    private StagedProcedure staged(CatalogueSource.Item.Usable item) {
        try {
            var record = item.published();
            var published = json.writeValueAsString(record);
            var compared = record.source() == null ? published : json.writeValueAsString(withoutSource(record));
            return new StagedProcedure(
                    record.code(),
                    item.internal(),
                    published,
                    checksum(item.internal() + compared),
                    item.editorial() == null ? null : json.writeValueAsString(item.editorial()),
                    record.withdrawn());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that was read cannot be written", e);
        }
    }

    /** Another system's identifier and time stamp are no part of what was published. */
    private static ProcedureRecord withoutSource(ProcedureRecord record) {
        var draft = ProcedureDraft.of(record);
        draft.source = null;
        return draft.toRecord();
    }

    private static String checksum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ProblemException inProgress() {
        return ProblemException.of(
                ProblemType.RELEASE_IN_PROGRESS,
                "Hãy đợi lần công bố đang chạy xong rồi gửi lại.",
                "Wait until the release that is under way has ended, then send it again.");
    }

    private static ProblemException unknown() {
        return ProblemException.of(
                ProblemType.RELEASE_NOT_FOUND,
                "Không có lần công bố này. Hãy xem danh sách tại GET /v1/admin/catalogue/releases.",
                "There is no such release. See the list at GET /v1/admin/catalogue/releases.");
    }
}
