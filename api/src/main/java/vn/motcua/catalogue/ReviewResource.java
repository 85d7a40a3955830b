package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Review of internal procedures (QĐ 1085/QĐ-TTg) and decentralisation, as statistics for officers. */
@Path("/v1/catalogue-reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICER)
class ReviewResource {
    private final ReviewStore store;

    ReviewResource(ReviewStore store) {
        this.store = store;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Path("/internal-procedures")
    public Uni<InternalReview> reviewInternalProcedures(@RestQuery LocalDate from, @RestQuery LocalDate to) {
        checked(from, to);
        return store.internal(from, to).map(groups -> new InternalReview(from, to, total(groups), groups));
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "private, no-store")
    @Path("/decentralisation")
    public Uni<Decentralisation> reviewDecentralisation(
            @RestQuery LocalDate from, @RestQuery LocalDate to, @RestQuery Integer limit, @RestQuery String cursor) {
        checked(from, to);
        int size = Page.limit(limit);
        var after =
                Cursor.decode(cursor, "cursor", 1).map(place -> place.key(0)).orElse("");
        return store.moves(from, to)
                .chain(moves -> store.moved(from, to, after, size + 1).map(moved -> {
                    var page = Page.of(moved, size, one -> Cursor.of(one.code()));
                    return told(from, to, moves, page);
                }));
    }

    private static Decentralisation told(
            LocalDate from, LocalDate to, List<Decentralisation.Move> moves, Page<Decentralisation.Moved> page) {
        var held = moves.stream()
                .filter(move -> move.before().equals(List.of(Level.MINISTRY)))
                .toList();
        long all = held.stream().mapToLong(Decentralisation.Move::procedures).sum();
        long given = held.stream()
                .filter(move ->
                        move.after().contains(Level.PROVINCE) || move.after().contains(Level.COMMUNE))
                .mapToLong(Decentralisation.Move::procedures)
                .sum();
        return new Decentralisation(
                from,
                to,
                all,
                given,
                Shares.percent(given, all),
                moves.stream()
                        .filter(move -> !move.before().equals(move.after()))
                        .toList(),
                page.items(),
                page.nextCursor());
    }

    private static InternalReview.Counts total(List<InternalReview.Group> groups) {
        var counts = groups.stream().map(InternalReview.Group::counts).toList();
        return InternalReview.Counts.of(
                counts.stream().mapToLong(InternalReview.Counts::stockBefore).sum(),
                counts.stream().mapToLong(InternalReview.Counts::added).sum(),
                counts.stream().mapToLong(InternalReview.Counts::cut).sum(),
                counts.stream().mapToLong(InternalReview.Counts::amended).sum());
    }

    private static void checked(LocalDate from, LocalDate to) {
        Parameters.present("from", Parameters.date("from", from));
        Parameters.present("to", Parameters.date("to", to));
        if (to.isBefore(from)) {
            throw ProblemException.invalid("to", "Không trước ngày đầu.", "Not before `from`.");
        }
    }
}
