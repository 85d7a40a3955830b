package vn.motcua.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Figures of the index that only others know. */
@Path("/v1/admin/service-quality/inputs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class QualityInputResource {
    private static final int CREATED = 201;

    private final InputStore store;
    private final JsonWebToken token;

    QualityInputResource(InputStore store, JsonWebToken token) {
        this.store = store;
        this.token = token;
    }

    /** What was entered, each with the version that it became. */
    @RegisterForReflection
    record Entered(List<QualityInput> items) {}

    @GET
    public Uni<Page<QualityInput>> listServiceQualityInputs(
            @RestQuery String agency, @RestQuery Metric metric, @RestQuery Integer limit, @RestQuery String cursor) {
        int size = Page.limit(limit);
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(place -> place.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        var code = agency == null
                ? null
                : AgencyCode.parse(agency)
                        .map(AgencyCode::value)
                        .orElseThrow(() -> ProblemException.invalid(
                                "agency",
                                "Mã cơ quan gồm chữ hoa và số, ví dụ H44.07.",
                                "An agency code has capitals and digits, for example H44.07."));
        return store.history(before, code, metric, size + 1).map(rows -> {
            var page = Page.of(rows, size, row -> Cursor.of(row.id()));
            return new Page<>(
                    page.items().stream().map(InputStore.Entered::input).toList(), page.nextCursor());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    public Uni<Entered> enterServiceQualityInputs(@RequestBody(required = true) QualityInputs inputs) {
        if (inputs == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        return store.add(inputs.checked(), token.getSubject()).map(Entered::new);
    }
}
