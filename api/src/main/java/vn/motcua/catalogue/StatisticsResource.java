package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.YearMonth;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/** The monthly statistics that the task force on administrative procedures asks for, for everyone. */
@Path("/v1/catalogue/statistics")
@Produces(MediaType.APPLICATION_JSON)
class StatisticsResource {
    private static final Text NOT_NAMED = new Text("Không nêu", "Not named");

    private final CatalogueReplica replica;
    private final StatisticsStore store;
    private final CatalogueConfig config;
    private final Caller caller;

    StatisticsResource(CatalogueReplica replica, StatisticsStore store, CatalogueConfig config, Caller caller) {
        this.replica = replica;
        this.store = store;
        this.config = config;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<CatalogueStatistics>> getCatalogueStatistics(
            @QueryParam("month") String month, @Context Request request) {
        var asked = Parameters.month("month", month);
        var language = caller.language();
        return replica.whenReady()
                .flatMap(snapshot -> Conditional.answer(
                        request,
                        config.maxAge(),
                        Parameters.version("statistics", snapshot, language, asked),
                        () -> store.month(asked).map(counted -> told(asked, counted, snapshot, language))));
    }

    private static CatalogueStatistics told(
            YearMonth month, List<StatisticsStore.Counted> counted, CatalogueSnapshot snapshot, Language language) {
        var total = counted.stream()
                .filter(one -> one.kind() == StatisticsStore.Kind.TOTAL)
                .findFirst()
                .map(StatisticsStore.Counted::counts)
                .orElse(CatalogueStatistics.StockCounts.NONE);
        return new CatalogueStatistics(
                month.toString(),
                total,
                groups(StatisticsStore.Kind.AUTHORITY, counted, snapshot, language),
                groups(StatisticsStore.Kind.LEVEL, counted, snapshot, language));
    }

    private static List<CatalogueStatistics.Group> groups(
            StatisticsStore.Kind kind,
            List<StatisticsStore.Counted> counted,
            CatalogueSnapshot snapshot,
            Language language) {
        return counted.stream()
                .filter(one -> one.kind() == kind)
                .map(one -> new CatalogueStatistics.Group(
                        one.key().isEmpty() ? null : one.key(), label(one, snapshot, language), one.counts()))
                .toList();
    }

    private static String label(StatisticsStore.Counted one, CatalogueSnapshot snapshot, Language language) {
        if (one.key().isEmpty()) {
            return NOT_NAMED.in(language);
        }
        return switch (one.kind()) {
            case LEVEL -> Level.valueOf(one.key()).label().in(language);
            case AUTHORITY, TOTAL -> {
                var known = snapshot.authorityName(one.key());
                yield known.equals(one.key()) && one.label() != null ? one.label() : known;
            }
        };
    }
}
