package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** What came near or passed, for the officers of the agency. */
@Path("/v1/agencies/{code}/deadline-events")
@Produces(MediaType.APPLICATION_JSON)
class DeadlineEventResource {
    private final DeadlineEventStore store;
    private final Agencies agencies;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Clock clock;

    DeadlineEventResource(
            DeadlineEventStore store, Agencies agencies, Catalogue catalogue, Caller caller, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.OFFICER)
    public Uni<DeadlineEventPage> listDeadlineEvents(
            @RestPath String code, @RestQuery WatchPlan.Kind kind, @RestQuery Integer limit, @RestQuery String cursor) {
        var agency = AgencyCode.parse(code)
                .orElseThrow(() -> ProblemException.invalid(
                        "code",
                        "Mã cơ quan gồm chữ hoa và số, ví dụ H44.07.",
                        "An agency code has capitals and digits, for example H44.07."));
        caller.requireAgency(agency);
        int size = Page.limit(limit);
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(place -> place.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        return store.counts(agency.value(), OffsetDateTime.now(clock))
                .chain(counts ->
                        store.page(agency.value(), before, kind, size + 1).map(rows -> page(counts, rows, size)));
    }

    private DeadlineEventPage page(DeadlineEventPage.Counts counts, List<DeadlineEventStore.Stored> rows, int size) {
        var page = Page.of(rows, size, row -> Cursor.of(row.id()));
        return new DeadlineEventPage(
                counts, page.items().stream().map(this::shown).toList(), page.nextCursor());
    }

    private DeadlineEvent shown(DeadlineEventStore.Stored row) {
        var name = row.procedure() == null
                ? null
                : catalogue.inForce(row.procedure()).map(ProcedureFacts::name).orElse(null);
        return new DeadlineEvent(
                row.dossierCode(),
                row.kind(),
                row.dueAt(),
                row.at(),
                new AgencyRef(row.agency(), agencies.name(row.agency())),
                row.procedure() == null ? null : new ProcedureRef(row.procedure(), name, null),
                row.open());
    }
}
