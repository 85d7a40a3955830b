package vn.motcua.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Vietnam;

/** SQL of issued reports. */
@Singleton
class IssueStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ADD = """
            insert into report.issue (id, agency, form, period, basis, group_by, as_of, recipe, body, checksum, open_total,
                                      corrects, reason, issued_by, issued_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;

    private static final String GET = "select body from report.issue where id = $1 and agency = $2";

    /** What the correction names has to be an issue of the same report. */
    private static final String SAME = """
            select 1 from report.issue
            where id = $1 and agency = $2 and form = $3 and period = $4 and basis = $5 and group_by = $6
            """;

    private static final String PAGE = """
            select i.number, i.id, i.agency, i.form, i.period, i.basis, i.group_by, i.as_of, i.issued_at, i.corrects, i.reason,
                   encode(i.checksum, 'hex') as checksum, c.id as corrected_by
            from report.issue i
            left join report.issue c on c.corrects = i.id
            where i.agency = $1 and i.number < $2 and ($3::text is null or i.form = $3)
            order by i.number desc
            limit $4
            """;

    /** Of the issue that counts. */
    private static final String OPEN_TOTAL = """
            select i.open_total
            from report.issue i
            where i.agency = $1 and i.form = $2 and i.period = $3 and i.basis = $4 and i.group_by = $5
                  and i.open_total is not null
                  and not exists (select from report.issue c where c.corrects = i.id)
            order by i.number desc
            limit 1
            """;

    private final Pool pool;
    private final ObjectMapper json;

    /** A line of the list with its place. */
    record Listed(long number, IssueSummary issue) {}

    IssueStore(@ReactiveDataSource("reports") Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Void> add(Report report, Long openTotal, String account) {
        var body = written(report);
        var issue = report.issue();
        var row = Tuple.tuple()
                .addUUID(issue.id())
                .addString(report.agency().code())
                .addString(report.form())
                .addString(report.period().name())
                .addString(report.period().basis().name())
                .addString(report.groupBy().name())
                .addOffsetDateTime(report.asOf())
                .addString(report.recipe())
                .addString(body)
                .addBuffer(Buffer.buffer(sha256(body)))
                .addLong(openTotal)
                .addUUID(issue.corrects())
                .addString(issue.reason())
                .addString(account)
                .addOffsetDateTime(issue.issuedAt());
        return pool.preparedQuery(ADD)
                .execute(row)
                .onFailure(failure -> failure instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState()))
                .transform(twice -> alreadyIssued())
                .replaceWithVoid();
    }

    Uni<Optional<Report>> find(AgencyCode agency, UUID id) {
        return pool.preparedQuery(GET)
                .execute(Tuple.of(id, agency.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> read(row.getString("body")))
                        .findFirst());
    }

    /** Whether this issue is one of the same agency, form, period and grouping. */
    Uni<Boolean> isSame(UUID id, Report as) {
        return pool.preparedQuery(SAME)
                .execute(Tuple.of(
                        id,
                        as.agency().code(),
                        as.form(),
                        as.period().name(),
                        as.period().basis().name(),
                        as.groupBy().name()))
                .map(rows -> rows.size() > 0);
    }

    Uni<List<Listed>> page(AgencyCode agency, long before, String form, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(agency.value(), before, form, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(IssueStore::listed)
                        .toList());
    }

    /** What the issue of this period that counts left open; empty where none was issued. */
    Uni<OptionalLong> openTotal(Report like, ReportPeriod period) {
        return pool.preparedQuery(OPEN_TOTAL)
                .execute(Tuple.of(
                        like.agency().code(),
                        like.form(),
                        period.name(),
                        period.basis().name(),
                        like.groupBy().name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .mapToLong(row -> row.getLong("open_total"))
                        .findFirst());
    }

    private static Listed listed(Row row) {
        return new Listed(
                row.getLong("number"),
                new IssueSummary(
                        row.getUUID("id"),
                        row.getString("form"),
                        row.getString("period"),
                        ReportBasis.valueOf(row.getString("basis")),
                        ReportGroup.valueOf(row.getString("group_by")),
                        row.getOffsetDateTime("as_of")
                                .atZoneSameInstant(Vietnam.ZONE)
                                .toOffsetDateTime(),
                        row.getOffsetDateTime("issued_at")
                                .atZoneSameInstant(Vietnam.ZONE)
                                .toOffsetDateTime(),
                        row.getUUID("corrects"),
                        row.getString("reason"),
                        row.getUUID("corrected_by"),
                        row.getString("checksum")));
    }

    private String written(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report in memory", e);
        }
    }

    private Report read(String body) {
        try {
            // Times keep the offset that was printed.
            return json.readerFor(Report.class)
                    .without(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .readValue(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an issued report cannot be read", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ProblemException alreadyIssued() {
        return ProblemException.of(
                ProblemType.REPORT_ALREADY_ISSUED,
                "Báo cáo này đã được phát hành hoặc đã được đính chính. Hãy phát hành bản đính chính nêu rõ báo cáo gần nhất (corrects).",
                "This report was issued, or corrected already. Issue a correction that names the latest one (corrects).");
    }
}
