package vn.motcua.announcement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureFacts;
import vn.motcua.notification.FollowedProcedures;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.ProcedureCode;
import vn.motcua.openapi.Role;

/** Procedures that the signed-in person follows. */
@Path("/v1/me/followed-procedures")
@RolesAllowed({Role.CITIZEN, Role.BUSINESS})
@Produces(MediaType.APPLICATION_JSON)
public class FollowedProcedureResource {
    private final FollowedProcedures followed;
    private final Catalogue catalogue;
    private final Caller caller;

    FollowedProcedureResource(FollowedProcedures followed, Catalogue catalogue, Caller caller) {
        this.followed = followed;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @GET
    public Uni<FollowedProcedureList> listFollowedProcedures() {
        return followed.of(caller.person())
                .map(all ->
                        new FollowedProcedureList(all.stream().map(this::named).toList()));
    }

    @PUT
    @Path("/{code}")
    public Uni<FollowedProcedure> followProcedure(@PathParam("code") String code) {
        var published = catalogue.published(parsed(code)).orElseThrow(FollowedProcedureResource::notFound);
        var person = caller.person();
        return followed.follow(person, published.code())
                .invoke(follows -> {
                    if (!follows) {
                        throw tooMany();
                    }
                })
                .chain(() -> followed.of(person))
                .map(all -> all.stream()
                        .filter(one -> one.code().equals(published.code()))
                        .findFirst()
                        .map(this::named)
                        .orElseThrow(FollowedProcedureResource::notFound));
    }

    /** Also of a procedure that is abolished by now. */
    @DELETE
    @Path("/{code}")
    @Produces(MediaType.WILDCARD) // nothing comes back: a client may accept what it likes
    public Uni<RestResponse<Void>> unfollowProcedure(@PathParam("code") String code) {
        var known = catalogue.published(parsed(code)).map(ProcedureFacts::code).orElseGet(code::strip);
        return followed.unfollow(caller.person(), known).replaceWith(RestResponse.noContent());
    }

    private FollowedProcedure named(FollowedProcedures.Followed one) {
        var facts = ProcedureCode.parse(one.code()).flatMap(catalogue::published);
        return new FollowedProcedure(
                one.code(), facts.map(ProcedureFacts::name).orElse(one.code()), facts.isPresent(), one.since());
    }

    private static ProcedureCode parsed(String code) {
        return ProcedureCode.parse(code)
                .orElseThrow(() -> ProblemException.invalid(
                        "code",
                        "Không phải mã thủ tục, ví dụ đúng: 1.001193.",
                        "Not a procedure code; right is 1.001193."));
    }

    private ProblemException tooMany() {
        return ProblemException.of(
                ProblemType.LIMIT_REACHED,
                "Nhiều nhất " + followed.most() + " thủ tục. Hãy bỏ theo dõi bớt.",
                "At most " + followed.most() + " procedures. Stop following some.");
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.PROCEDURE_NOT_FOUND,
                "Hãy kiểm tra lại mã, hoặc tìm theo tên thủ tục.",
                "Check the code, or search by name.");
    }
}
