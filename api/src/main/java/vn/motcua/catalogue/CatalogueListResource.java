package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Conditional;

/** The lists by which people browse: fields and life events. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueListResource {
    private final CatalogueReplica replica;
    private final CatalogueConfig config;
    private final Caller caller;

    CatalogueListResource(CatalogueReplica replica, CatalogueConfig config, Caller caller) {
        this.replica = replica;
        this.config = config;
        this.caller = caller;
    }

    @GET
    @Path("/fields")
    public Uni<RestResponse<FieldList>> listFields(@Context Request request) {
        var language = caller.language();
        return replica.whenReady()
                .flatMap(snapshot -> Conditional.answer(
                        request,
                        config.maxAge(),
                        Parameters.version("fields", snapshot, language),
                        () -> Uni.createFrom().item(new FieldList(snapshot.fields()))));
    }

    @GET
    @Path("/life-events")
    public Uni<RestResponse<LifeEventList>> listLifeEvents(@Context Request request) {
        var language = caller.language();
        return replica.whenReady()
                .flatMap(snapshot -> Conditional.answer(
                        request,
                        config.maxAge(),
                        Parameters.version("lifeEvents", snapshot, language),
                        () -> Uni.createFrom().item(new LifeEventList(snapshot.lifeEvents(language)))));
    }
}
