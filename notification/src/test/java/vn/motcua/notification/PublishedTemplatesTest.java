package vn.motcua.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.PersonKey;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PublishedTemplatesTest extends Dispatching {
    private static final PersonKey EDITOR = People.somebody();
    private static final String PATH = "/v1/admin/templates";
    private static final String TEXT = """
            {"kind": "DOSSIER_STATUS", "basedOn": %d,
             "title": {"vi": "Hồ sơ {dossierCode}: tin mới", "en": "Dossier {dossierCode}: news"},
             "body": [{"vi": "Nay là: {status}.", "en": "Now: {status}."},
                      {"vi": "Hẹn: {dueAt}.", "en": "Due: {dueAt}."}],
             "lockScreen": {"vi": "Nay là {status}", "en": "Now {status}"}, "note": "thử"}""";

    @BeforeEach
    @AfterEach
    void onlyShippedTexts() {
        People.change("update notification.message set template_version = 1");
        People.change("delete from notification.template");
    }

    @Test
    void messageKeepsTheVersionThatItWasWrittenWith() {
        var person = People.somebody();
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0001")));
        publish(TEXT.formatted(1)).body("version", equalTo(100));
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0002")));
        publish(TEXT.formatted(100).replace("Nay là:", "Bây giờ:")).body("version", equalTo(101));
        People.tell(pool, notifications, List.of(People.news(person, "H44.07-261008-0003")));
        People.as(person)
                .get("/v1/me/notifications")
                .then()
                .body(
                        "items.body",
                        equalTo(List.of(
                                "Bây giờ: Đang xử lý.",
                                "Nay là: Đang xử lý.",
                                "Trạng thái: Đang xử lý. Cơ quan: UBND phường Mẫu.")));
    }

    @Test
    void publishedTextIsListedAndFoundByItsVersionForEver() {
        publish(TEXT.formatted(1));
        People.as(EDITOR)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("RATING_INVITATION"))
                .body("items.find { it.kind == 'DOSSIER_STATUS' }.version", equalTo(100));
        People.as(EDITOR)
                .get(PATH + "/DOSSIER_STATUS/100")
                .then()
                .statusCode(200)
                .body("body[0].en", equalTo("Now: {status}."))
                .body("note", equalTo("thử"));
        People.as(EDITOR)
                .get(PATH + "/DOSSIER_STATUS/1")
                .then()
                .statusCode(200)
                .body("variables", hasItem("procedure"));
        for (var unknown : List.of("DOSSIER_STATUS/99", "DOSSIER_STATUS/101", "GOSSIP/1")) {
            People.as(EDITOR)
                    .get(PATH + "/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/template-not-found"));
        }
    }

    @Test
    void secondEditorWhoSawTheOldTextIsRefused() {
        publish(TEXT.formatted(1));
        People.as(EDITOR)
                .contentType("application/json")
                .body(TEXT.formatted(1))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/template-outdated"));
    }

    @Test
    void whatCannotBeFilledOrMustNotBeShownIsRefusedWhenItIsSaved() {
        var right = TEXT.formatted(1);
        for (var wrong : Map.of(
                        "{dueAt}.\", \"en\": \"Due: {dueAt}", "{due}.\", \"en\": \"Due: {due}",
                        "Now: {status}.", "Now.",
                        "Nay là {status}\", \"en\": \"Now {status}", "{procedure}\", \"en\": \"{procedure}",
                        "{dossierCode}: tin mới\", \"en\": \"Dossier {dossierCode}", "{status}\", \"en\": \"{status}",
                        "Nay là:", "Nay là: }{",
                        "\"Now: {status}.\"", "\" \"",
                        "\"thử\"", "\"" + "x".repeat(201) + "\"",
                        "\"basedOn\": 1", "\"basedOn\": 0",
                        "\"DOSSIER_STATUS\"", "\"GOSSIP\"")
                .entrySet()) {
            var text = right.replace(wrong.getKey(), wrong.getValue());
            org.junit.jupiter.api.Assertions.assertNotEquals(right, text, wrong.getKey());
            People.wrongly(EDITOR)
                    .contentType("application/json")
                    .body(text)
                    .post(PATH)
                    .then()
                    .statusCode(400);
        }
        People.wrongly(EDITOR)
                .contentType("application/json")
                .body("null")
                .post(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void previewShowsBothLanguagesAndSavesNothing() {
        var wish = "{\"template\": " + TEXT.formatted(1)
                + ", \"variables\": {\"dossierCode\": \"H44-261008-0001\", \"statusVi\": \"Đã xong\","
                + " \"statusEn\": \"Done\"}}";
        People.as(EDITOR)
                .contentType("application/json")
                .body(wish)
                .post(PATH + "/preview")
                .then()
                .statusCode(200)
                .body("vi.title", equalTo("Hồ sơ H44-261008-0001: tin mới"))
                .body("vi.body", equalTo("Nay là: Đã xong."))
                .body("en.lockScreen", equalTo("Now Done"))
                .body("en.push", equalTo("Your dossier has an update"));
        People.as(EDITOR).get(PATH).then().body("items.version", not(hasItem(100)));
        People.wrongly(EDITOR)
                .contentType("application/json")
                .body("{\"variables\": {}}")
                .post(PATH + "/preview")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse publish(String text) {
        return People.as(EDITOR)
                .contentType("application/json")
                .body(text)
                .post(PATH)
                .then()
                .statusCode(201);
    }
}
