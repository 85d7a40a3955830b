package vn.motcua.agency;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Conditional;

/** The two lists of who is who, for everyone. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class AgencyResource {
    private final Agencies agencies;
    private final AgencyConfig config;

    AgencyResource(Agencies agencies, AgencyConfig config) {
        this.agencies = agencies;
        this.config = config;
    }

    @GET
    @Path("/agencies")
    public Uni<RestResponse<AgencyPage>> listAgencies(
            @QueryParam("parent") String parent,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var query = ListQuery.ofAgencies(parent, limit, cursor);
        var lists = agencies.lists();
        return Conditional.answer(
                request,
                config.maxAge(),
                "agencies" + query + lists.version(),
                () -> Uni.createFrom()
                        .item(AgencyPage.of(lists.agencies(query.parent(), query.limit(), query.after()))));
    }

    @GET
    @Path("/administrative-units")
    public Uni<RestResponse<AdministrativeUnitPage>> listAdministrativeUnits(
            @QueryParam("parent") String parent,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor,
            @Context Request request) {
        var query = ListQuery.ofUnits(parent, limit, cursor);
        var lists = agencies.lists();
        return Conditional.answer(
                request,
                config.maxAge(),
                "units" + query + lists.version(),
                () -> Uni.createFrom()
                        .item(AdministrativeUnitPage.of(lists.units(query.parent(), query.limit(), query.after()))));
    }
}
