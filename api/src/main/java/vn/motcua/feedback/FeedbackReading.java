package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Vietnam;

/** Shows cases to their senders, and to units with every look written down. */
@Singleton
class FeedbackReading {
    private static final long MICROS = 1_000_000;
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final FeedbackStore store;
    private final FeedbackQueries queries;
    private final FeedbackAccessStore accesses;
    private final AttachmentRows attachments;
    private final FeedbackViews views;

    FeedbackReading(
            FeedbackStore store,
            FeedbackQueries queries,
            FeedbackAccessStore accesses,
            AttachmentRows attachments,
            FeedbackViews views) {
        this.store = store;
        this.queries = queries;
        this.accesses = accesses;
        this.attachments = attachments;
        this.views = views;
    }

    Uni<Feedback> ofSender(String typedCode, UUID person, Language language) {
        return forSender(store.outside(), code(typedCode), person, language);
    }

    Uni<Feedback> forSender(SqlClient sql, String code, UUID person, Language language) {
        return store.find(sql, code)
                .map(found -> found.filter(one -> person.equals(one.petition().personKey()))
                        .orElseThrow(Refusals::notFound))
                .chain(one -> attachments.of(sql, code).map(files -> views.forSender(one, files, language)));
    }

    /** With the look in the log, in one transaction. A case of other units looks like none. */
    Uni<Feedback> byUnit(FeedbackAccess access, Language language) {
        return store.inTransaction(tx -> visible(tx, access)
                .call(one -> accesses.write(
                        tx, access, access.mayKnowSender(one.petition().standing())))
                .chain(() -> forUnit(tx, access, language)));
    }

    Uni<Feedback> forUnit(SqlConnection tx, FeedbackAccess access, Language language) {
        return visible(tx, access)
                .chain(one -> attachments
                        .of(tx, access.code())
                        .chain(files -> queries.alike(tx, access.code())
                                .map(alike -> views.forUnit(
                                        one,
                                        new FeedbackViews.Beside(files, alike),
                                        access.mayKnowSender(one.petition().standing()),
                                        language))));
    }

    private Uni<Handling.Case> visible(SqlClient sql, FeedbackAccess access) {
        return store.find(sql, access.code())
                .map(found ->
                        found.filter(one -> isVisible(access.agency(), one)).orElseThrow(Refusals::notFound));
    }

    /** The units that have or had it, and those above them. */
    static boolean isVisible(AgencyCode agency, Handling.Case one) {
        return one.assignments().stream()
                .flatMap(each -> AgencyCode.parse(each.unit()).stream())
                .anyMatch(agency::covers);
    }

    Uni<Page<FeedbackSummary>> listOf(UUID person, int limit, String cursor, Language language) {
        var place = Cursor.decode(cursor, "cursor", 2);
        var before = place.map(keys -> time(keys.number(0, "cursor"))).orElse(END);
        var beforeCode = place.map(keys -> keys.key(1)).orElse("");
        return queries.ofPerson(person, before, beforeCode, limit + 1).map(rows -> {
            var page = Page.of(rows, limit, row -> Cursor.of(micros(row.sentAt()), row.code()));
            return new Page<>(
                    page.items().stream()
                            .map(row -> views.summary(row, language))
                            .toList(),
                    page.nextCursor());
        });
    }

    /** Who looked at an own case, latest first. */
    Uni<Page<FeedbackAccessEntry>> accesses(
            String typedCode, UUID person, int limit, String cursor, Language language) {
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(keys -> keys.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        var code = code(typedCode);
        return store.find(store.outside(), code)
                .map(found -> found.filter(one -> person.equals(one.petition().personKey()))
                        .orElseThrow(Refusals::notFound))
                .chain(own -> accesses.page(own.petition().code(), before, limit + 1))
                .map(rows -> {
                    var page = Page.of(rows, limit, row -> Cursor.of(row.id()));
                    return new Page<>(
                            page.items().stream()
                                    .map(row -> new FeedbackAccessEntry(
                                            row.at(),
                                            views.unit(row.agency()),
                                            row.position(),
                                            row.purpose(),
                                            row.purpose().label().in(language),
                                            row.identity()))
                                    .toList(),
                            page.nextCursor());
                });
    }

    /** As it is stored, or what no case has. */
    static String code(String typed) {
        return FeedbackCode.parse(typed).map(FeedbackCode::value).orElse("-");
    }

    static long micros(OffsetDateTime time) {
        return time.toEpochSecond() * MICROS + time.getNano() / 1_000;
    }

    static OffsetDateTime time(long micros) {
        long known = Math.clamp(micros, 0, END.toEpochSecond() * MICROS);
        return Instant.ofEpochSecond(known / MICROS, known % MICROS * 1_000)
                .atZone(Vietnam.ZONE)
                .toOffsetDateTime();
    }
}
