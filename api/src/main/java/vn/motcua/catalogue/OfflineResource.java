package vn.motcua.catalogue;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.OffsetDateTime;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.SigningKeyList;

/** The catalogue in a pocket: the whole of it as one signed file, and what changed since. */
@Path("/v1/catalogue")
class OfflineResource {
    private static final String GZIP = "application/gzip";

    private final Pockets pockets;
    private final PackSigner signer;
    private final CatalogueStore store;
    private final CatalogueConfig config;

    OfflineResource(Pockets pockets, PackSigner signer, CatalogueStore store, CatalogueConfig config) {
        this.pockets = pockets;
        this.signer = signer;
        this.store = store;
        this.config = config;
    }

    @GET
    @Path("/changes")
    @Produces(MediaType.APPLICATION_JSON)
    @Compressed
    public Uni<RestResponse<CatalogueChangePage>> listCatalogueChanges(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Request request) {
        int size = Page.limit(limit);
        var asked = Parameters.atMost("after", after, 200);
        return pockets.whenReady()
                .flatMap(pocket -> from(asked, pocket)
                        .flatMap(cursor -> Conditional.answer(
                                request,
                                config.maxAge(),
                                "changes " + FeedCursor.end(pocket.history()) + cursor + size,
                                () -> Uni.createFrom()
                                        .item(() -> pocket.changes(cursor, size))
                                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))));
    }

    @GET
    @Path("/pack")
    @Produces(GZIP)
    public Uni<RestResponse<byte[]>> getCataloguePack(@Context HttpHeaders headers, @Context Request request) {
        return pockets.whenReady()
                .flatMap(Pocket::pack)
                .map(pack -> PackAnswer.of(pack, config.maxAge(), headers, request));
    }

    @GET
    @Path("/pack/manifest")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<PackManifest>> getCataloguePackManifest(@Context Request request) {
        return pockets.whenReady()
                .flatMap(Pocket::pack)
                .map(signer::manifest)
                .flatMap(manifest -> Conditional.answer(
                        request,
                        config.maxAge(),
                        manifest.toString(),
                        () -> Uni.createFrom().item(manifest)));
    }

    @GET
    @Path("/keys")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<SigningKeyList>> listCatalogueKeys(@Context Request request) {
        var keys = signer.keys();
        return Conditional.answer(
                request,
                config.maxAge(),
                keys.toString(),
                () -> Uni.createFrom().item(keys));
    }

    private Uni<FeedCursor> from(String after, Pocket pocket) {
        if (after == null || after.isEmpty()) {
            return Uni.createFrom().item(FeedCursor.beginning(pocket.history()));
        }
        var cursor = FeedCursor.decode(after).orElseThrow(OfflineResource::startAgain);
        return switch (cursor.standing(pocket.history(), OffsetDateTime.now(), config.changesKept())) {
            case GOOD -> Uni.createFrom().item(cursor);
            case LOST -> throw startAgain();
            // Another replica may have served a release that this one is still reading; a cursor from a database that
            // was
            // put back to an earlier state is ahead of everybody.
            case AHEAD ->
                store.latestRelease().map(latest -> {
                    throw latest >= Math.max(cursor.synced(), cursor.release())
                            ? CatalogueReplica.notReady()
                            : startAgain();
                });
        };
    }

    private static ProblemException startAgain() {
        return ProblemException.of(
                ProblemType.CURSOR_EXPIRED,
                "Con trỏ này quá cũ hoặc không thuộc danh mục này. Hãy tải lại /v1/catalogue/pack và tiếp tục từ con trỏ trong đó.",
                "This cursor is too old or not of this catalogue. Fetch /v1/catalogue/pack again and go on from the cursor in it.");
    }
}
