package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Role;

/** Where the app tells that pushes arrived and were opened. */
@Path("/v1/me/notification-receipts")
@RolesAllowed({Role.CITIZEN, Role.BUSINESS})
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {
    private final FunnelStore funnel;
    private final Caller caller;

    ReceiptResource(FunnelStore funnel, Caller caller) {
        this.funnel = funnel;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Receipts.Counted> postNotificationReceipts(Receipts receipts) {
        return funnel.report(caller.person(), Receipts.checked(receipts)).map(Receipts.Counted::new);
    }
}
