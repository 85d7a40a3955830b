package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** The texts of the inbox, for editors. */
@Path("/v1/admin/templates")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private static final int LONGEST_VALUE = 500;

    private final TemplateStore store;

    TemplateResource(TemplateStore store) {
        this.store = store;
    }

    @GET
    public Uni<TemplateList> listTemplates() {
        return store.current().map(TemplateList::new);
    }

    @GET
    @Path("/{kind}/{version}")
    public Uni<Template> getTemplate(@PathParam("kind") String kind, @PathParam("version") int version) {
        return store.one(kind(kind), version).map(found -> found.orElseThrow(TemplateResource::notFound));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Template>> publishTemplate(TemplateInput input) {
        var wording = TemplateCheck.wording(input);
        if (input.basedOn() == null || input.basedOn() < 1 || input.basedOn() > 1_000_000) {
            throw ProblemException.invalid(
                    "/basedOn", "Bắt buộc: phiên bản bạn đã xem.", "Required: the version that you saw.");
        }
        return store.publish(input.kind(), input.basedOn(), wording, input.note())
                .map(published -> RestResponse.status(
                        RestResponse.Status.CREATED, published.orElseThrow(TemplateResource::outdated)));
    }

    /** Nothing is saved. */
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public TemplatePreview previewTemplate(TemplatePreview.Wish wish) {
        if (wish == null) {
            throw ProblemException.invalid("", "Thiếu nội dung.", "The body is missing.");
        }
        var wording = TemplateCheck.wording(wish.template());
        requireShort(wish.variables());
        return TemplatePreview.of(wish.template().kind(), wording, wish.variables());
    }

    private static void requireShort(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (value != null && value.length() > LONGEST_VALUE) {
                throw ProblemException.invalid(
                        "/variables/" + name,
                        "Tối đa " + LONGEST_VALUE + " ký tự.",
                        "At most " + LONGEST_VALUE + " characters.");
            }
        });
    }

    private static Notice.Kind kind(String name) {
        for (var kind : Notice.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw notFound();
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.TEMPLATE_NOT_FOUND,
                "Hãy xem danh sách mẫu để biết các loại và phiên bản.",
                "See the list of templates for kinds and versions.");
    }

    private static ProblemException outdated() {
        return ProblemException.of(
                ProblemType.TEMPLATE_OUTDATED,
                "Đã có phiên bản mới hơn. Hãy xem lại rồi công bố lần nữa.",
                "There is a newer version. Look at it, then publish again.");
    }
}
