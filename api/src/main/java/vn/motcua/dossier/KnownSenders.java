package vn.motcua.dossier;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.openapi.AgencyCode;

/**
 * Who may report a dossier that is known: a system of the agency in its code or of an agency that the dossier names, and a
 * system that has reported it before. What an event itself names proves nothing then, because anybody can write it.
 */
@Singleton
class KnownSenders {
    private static final String KNOWN = """
            select code, agency_support, agency_reception, agency_competent
            from dossier.dossier
            where code = any($1) and not feeds ? $2
            """;

    private final Pool pool;

    KnownSenders(Pool pool) {
        this.pool = pool;
    }

    /** The dossiers among these that this system may not report. A system that reports its own codes asks the database nothing. */
    Uni<Set<String>> foreign(String source, AgencyCode sender, List<CheckedEvent> events) {
        var codes = events.stream()
                .filter(event -> !sender.covers(event.code().agencyLeftToRight()))
                .map(event -> event.code().value())
                .distinct()
                .toArray(String[]::new);
        return codes.length == 0
                ? Uni.createFrom().item(Set.of())
                : pool.preparedQuery(KNOWN)
                        .execute(Tuple.tuple().addArrayOfString(codes).addString(source))
                        .map(rows -> rows.stream()
                                .filter(row -> agencies(row).noneMatch(sender::covers))
                                .map(row -> row.getString("code"))
                                .collect(toSet()));
    }

    private static Stream<AgencyCode> agencies(Row row) {
        return Stream.of("agency_support", "agency_reception", "agency_competent")
                .map(row::getString)
                .filter(Objects::nonNull)
                .flatMap(text -> AgencyCode.parse(text).stream())
                .map(AgencyCode::leftToRight);
    }
}
