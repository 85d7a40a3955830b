package vn.motcua.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.Role;

/** Who may act for an organisation, and who did what; for the organisation itself alone. */
@Path("/v1/organisations/{code}")
@Produces(MediaType.APPLICATION_JSON)
class DelegateResource {
    private final OrganisationAccess access;
    private final Delegates delegates;
    private final AuditStore audit;

    DelegateResource(OrganisationAccess access, Delegates delegates, AuditStore audit) {
        this.access = access;
        this.delegates = delegates;
        this.audit = audit;
    }

    @GET
    @Path("/delegates")
    @RolesAllowed(Role.BUSINESS)
    public Uni<Page<Delegate>> listDelegates(
            @RestPath String code, @RestQuery Integer limit, @RestQuery String cursor) {
        return delegates.page(access.requireOwner(code), Page.limit(limit), cursor);
    }

    @POST
    @Path("/delegates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.BUSINESS)
    @ResponseStatus(201)
    public Uni<Delegate> grantDelegate(@RestPath String code, DelegateInput delegate) {
        return delegates.grant(access.requireOwner(code), delegate);
    }

    @DELETE
    @Path("/delegates/{id}")
    @RolesAllowed(Role.BUSINESS)
    public Uni<Void> revokeDelegate(@RestPath String code, @RestPath UUID id) {
        return delegates.revoke(access.requireOwner(code), id);
    }

    @GET
    @Path("/audit")
    @RolesAllowed(Role.BUSINESS)
    public Uni<Page<AuditEntry>> listOrganisationAudit(
            @RestPath String code, @RestQuery Integer limit, @RestQuery String cursor) {
        var owner = access.requireOwner(code);
        var most = Page.limit(limit);
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(keys -> keys.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        return audit.page(owner.organisation(), before, most + 1)
                .map(rows -> Page.of(rows, most, row -> Cursor.of(row.id())))
                .map(page -> new Page<>(
                        page.items().stream().map(AuditStore.Placed::entry).toList(), page.nextCursor()));
    }
}
