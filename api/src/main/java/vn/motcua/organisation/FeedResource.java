package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Everything that changes for a firm, in one order. */
@Path("/v1/organisations/{code}/feed")
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {
    private static final int LONGEST_WAIT = 30;

    private final OrganisationAccess access;
    private final Feed feed;
    private final Caller caller;

    FeedResource(OrganisationAccess access, Feed feed, Caller caller) {
        this.access = access;
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.BUSINESS, Role.CITIZEN})
    public Uni<FeedPage> readOrganisationFeed(
            @RestPath String code, @RestQuery String after, @RestQuery Integer limit, @RestQuery Integer wait) {
        var most = Page.limit(limit);
        if (wait != null && (wait < 1 || wait > LONGEST_WAIT)) {
            throw ProblemException.invalid("wait", "Phải từ 1 đến 30 giây.", "Must be from 1 to 30 seconds.");
        }
        var language = caller.language();
        return access.require(code, Scope.READ).chain(who -> {
            var wish = new Feed.Wish(who.organisation(), after, most, language);
            return wait == null ? feed.read(wish) : feed.read(wish, Duration.ofSeconds(wait));
        });
    }
}
