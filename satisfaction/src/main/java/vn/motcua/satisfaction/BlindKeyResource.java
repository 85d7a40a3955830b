package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.ProblemException;

/** The keys that sign blind tickets, for everybody: whoever finds two for one month has caught the service marking people. */
@Path("/v1/satisfaction/blind-keys")
@Produces(MediaType.APPLICATION_JSON)
class BlindKeyResource {
    private final BlindTickets tickets;

    BlindKeyResource(BlindTickets tickets) {
        this.tickets = tickets;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=60")
    public Uni<BlindKeyView.BlindKeyList> listBlindKeys(
            @QueryParam("agency") String agency, @QueryParam("month") String month) {
        var code = AgencyCode.parse(agency)
                .orElseThrow(() -> ProblemException.invalid("agency", "Không phải mã cơ quan.", "Not an agency code."));
        return tickets.list(code.value(), month == null ? null : Selection.month(month, "month"))
                .map(BlindKeyView.BlindKeyList::new);
    }
}
