package vn.motcua.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Vietnam;

/** Tells whoever imports what happened, or what would happen. */
final class ReleaseReports {
    /** Changes that a dry run tells one by one; beyond that the counts must do. */
    private static final int TOLD_CHANGES = 1_000;

    private final ObjectMapper json;

    ReleaseReports(ObjectMapper json) {
        this.json = json;
    }

    /** @param published null when there was nothing to publish; @param staging null when there was no file */
    ReleaseReport report(
            ReleaseStore.Published published, ReleaseStore.Counts counts, Staging staging, Language language) {
        return new ReleaseReport(
                published == null ? null : published.id(),
                published == null
                        ? null
                        : published.at().atZoneSameInstant(Vietnam.ZONE).toOffsetDateTime(),
                counts.added(),
                counts.amended(),
                counts.abolished(),
                counts.unchanged(),
                staging == null ? List.of() : told(staging.refused(), language),
                staging == null ? List.of() : told(staging.doubts(), language),
                null,
                null);
    }

    /** The counts, and each change with its field differences. */
    ReleaseReport foretold(ReleaseStore.Counts counts, Staging staging, ReleaseStore.Work work, Language language) {
        var changes = work.changes(TOLD_CHANGES + 1);
        var plain = report(null, counts, staging, language);
        return new ReleaseReport(
                null,
                null,
                counts.added(),
                counts.amended(),
                counts.abolished(),
                counts.unchanged(),
                plain.refused(),
                plain.warnings(),
                changes.stream().limit(TOLD_CHANGES).map(this::told).toList(),
                changes.size() > TOLD_CHANGES);
    }

    private ReleaseReport.RecordChange told(ReleaseStore.Change change) {
        try {
            var differences = change.before() == null
                    ? List.<Difference>of()
                    : RecordDiff.between(json.readTree(change.before()), json.readTree(change.after()));
            return new ReleaseReport.RecordChange(change.code(), change.name(), change.change(), differences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record cannot be read", e);
        }
    }

    private static List<RefusedRecord> told(List<CatalogueSource.Item.Refused> items, Language language) {
        return items.stream()
                .map(one -> new RefusedRecord(
                        one.line(), one.code(), one.why().reason().in(language)))
                .toList();
    }
}
