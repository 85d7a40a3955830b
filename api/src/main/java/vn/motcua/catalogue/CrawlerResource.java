package vn.motcua.catalogue;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Conditional;

/** What search engines ask a host for. These addresses are the web's, not the contract's. */
@Path("/")
class CrawlerResource {
    private static final String XML = "application/xml;charset=UTF-8";

    private final CatalogueReplica replica;
    private final SiteConfig site;
    private final CatalogueConfig config;

    CrawlerResource(CatalogueReplica replica, SiteConfig site, CatalogueConfig config) {
        this.replica = replica;
        this.site = site;
        this.config = config;
    }

    @GET
    @Path("sitemap.xml")
    @Produces(XML)
    @Compressed
    @Operation(hidden = true)
    public Uni<RestResponse<String>> sitemap(@Context Request request) {
        return answer(request, "sitemap", Sitemap::root);
    }

    @GET
    @Path("sitemap-{number:[0-9]{1,6}}.xml")
    @Produces(XML)
    @Compressed
    @Operation(hidden = true)
    public Uni<RestResponse<String>> part(@PathParam("number") int number, @Context Request request) {
        return answer(request, "sitemap " + number, map -> map.part(number).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    @Operation(hidden = true)
    public String robots() {
        return "User-agent: *\nDisallow: /v1/me\nDisallow: /v1/integration\nDisallow: /v1/admin\nSitemap: %s/sitemap.xml\n"
                .formatted(site.url());
    }

    private Uni<RestResponse<String>> answer(Request request, String what, Function<Sitemap, String> write) {
        return replica.whenReady()
                .flatMap(snapshot -> Conditional.answer(
                        request,
                        config.maxAge(),
                        what + FeedCursor.end(snapshot.shelf().history()) + site.page(""),
                        () -> Uni.createFrom()
                                .item(() -> write.apply(new Sitemap(snapshot.shelf(), site, Sitemap.MOST)))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())));
    }
}
