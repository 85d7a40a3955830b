package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Questionnaires for the administrator: written as drafts, published once, never changed again. */
@Path("/v1/admin/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class QuestionnaireResource {
    private final Questionnaires questionnaires;

    QuestionnaireResource(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    @GET
    public Uni<QuestionnaireView.QuestionnaireViews> listQuestionnaires() {
        return questionnaires
                .all()
                .map(all -> new QuestionnaireView.QuestionnaireViews(
                        all.stream().map(QuestionnaireView::of).toList()));
    }

    @GET
    @Path("/{questionnaire}/{version}")
    public Uni<QuestionnaireView> getQuestionnaire(
            @PathParam("questionnaire") String code, @PathParam("version") int version) {
        return questionnaires.find(code, version).map(QuestionnaireResource::view);
    }

    @POST
    @Path("/{questionnaire}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<QuestionnaireView>> createQuestionnaire(
            @PathParam("questionnaire") String code, QuestionnaireDraft draft) {
        if (!QuestionnaireDraft.CODE.matcher(code).matches()) {
            throw ProblemException.invalid(
                    "questionnaire",
                    "Mã gồm chữ hoa, số, gạch dưới, tối đa 20 ký tự.",
                    "Up to 20 capitals, digits or underscores.");
        }
        return questionnaires
                .create(required(draft).checked(code, 1))
                .map(outcome -> RestResponse.status(RestResponse.Status.CREATED, view(outcome)));
    }

    @PUT
    @Path("/{questionnaire}/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<QuestionnaireView> replaceQuestionnaire(
            @PathParam("questionnaire") String code, @PathParam("version") int version, QuestionnaireDraft draft) {
        return questionnaires.replace(required(draft).checked(code, version)).map(QuestionnaireResource::view);
    }

    @POST
    @Path("/{questionnaire}/{version}/publish")
    public Uni<QuestionnaireView> publishQuestionnaire(
            @PathParam("questionnaire") String code, @PathParam("version") int version) {
        return questionnaires.publish(code, version).map(QuestionnaireResource::view);
    }

    @POST
    @Path("/{questionnaire}/{version}/retire")
    public Uni<QuestionnaireView> retireQuestionnaire(
            @PathParam("questionnaire") String code, @PathParam("version") int version) {
        return questionnaires.retire(code, version).map(QuestionnaireResource::view);
    }

    @POST
    @Path("/{questionnaire}/{version}/mappings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<QuestionnaireView> mapQuestionnaire(
            @PathParam("questionnaire") String code, @PathParam("version") int version, ItemMappings mappings) {
        if (mappings == null
                || mappings.fromVersion() == null
                || mappings.items() == null
                || mappings.items().isEmpty()) {
            throw ProblemException.invalid("/items", "Bắt buộc nhập.", "Required.");
        }
        return questionnaires
                .find(code, version)
                .map(QuestionnaireResource::found)
                .chain(here -> questionnaires
                        .find(code, mappings.fromVersion())
                        .map(QuestionnaireResource::found)
                        .invoke(there -> check(mappings, there, here)))
                .chain(() -> questionnaires.map(code, mappings.fromVersion(), version, mappings.items()))
                .map(QuestionnaireResource::view);
    }

    /** A question is the same only as one of the same factor, and only between versions that were asked. */
    private static void check(ItemMappings mappings, Questionnaire from, Questionnaire to) {
        if (from.state() == Questionnaire.State.DRAFT
                || to.state() == Questionnaire.State.DRAFT
                || from.version() >= to.version()) {
            throw ProblemException.invalid(
                    "/fromVersion",
                    "Chỉ khai báo tương ứng từ phiên bản cũ sang phiên bản mới hơn, khi cả hai đã công bố.",
                    "Only an earlier version can be mapped to a later one, after both were published.");
        }
        var errors = new ArrayList<FieldError>();
        mappings.items().forEach((there, here) -> {
            var earlier = from.item(there);
            var later = here == null ? earlier.filter(i -> false) : to.item(here);
            if (earlier.isEmpty()
                    || later.isEmpty()
                    || earlier.get().factor() != later.get().factor()) {
                errors.add(FieldError.at(
                        "/items",
                        "Mỗi cặp phải là hai câu hỏi có thật của cùng một yếu tố.",
                        "Each pair must be two existing questions of the same factor."));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.subList(0, 1));
        }
    }

    private static QuestionnaireDraft required(QuestionnaireDraft draft) {
        if (draft == null) {
            throw ProblemException.invalid("/items", "Bắt buộc nhập.", "Required.");
        }
        return draft;
    }

    private static QuestionnaireView view(Questionnaires.Outcome outcome) {
        return QuestionnaireView.of(found(outcome));
    }

    private static Questionnaire found(Questionnaires.Outcome outcome) {
        return switch (outcome) {
            case Questionnaires.Outcome.Done(var questionnaire) -> questionnaire;
            case Questionnaires.Outcome.Unknown() ->
                throw ProblemException.of(
                        ProblemType.QUESTIONNAIRE_NOT_FOUND,
                        "Hãy xem danh sách tại /v1/admin/questionnaires.",
                        "See the list at /v1/admin/questionnaires.");
            case Questionnaires.Outcome.WrongState(var state) ->
                throw ProblemException.of(
                        ProblemType.QUESTIONNAIRE_FIXED,
                        "Trạng thái hiện tại là " + state + ". Phiếu đã công bố không sửa được; hãy tạo phiên bản mới.",
                        "It is " + state + ". A published questionnaire is never changed; write a new version.");
            case Questionnaires.Outcome.Conflict() ->
                throw ProblemException.of(
                        ProblemType.QUESTIONNAIRE_FIXED,
                        "Có người vừa thay đổi phiếu này. Hãy tải lại rồi thử lại.",
                        "Somebody changed it at the same moment. Load it again and try once more.");
        };
    }
}
