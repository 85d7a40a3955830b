package vn.motcua.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.motcua.openapi.Vietnam;

/**
 * What an officer works with: the dossiers of {@link PageHouse}, feedback of several people, comments, and the figures of the
 * index that only others know. One house for all classes that look at the console; it is closed when the tests end.
 */
final class AgencyHouse {
    static final LocalDate TODAY = Vietnam.today();
    static final LocalDate SINCE = TODAY.minusDays(60);
    static final String DAYS = "from=" + SINCE + "&to=" + TODAY;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** More than a batch of ten: ratings are mixed by tens, and what is over waits for others. */
    private static final int COMMENTS = 24;

    private static final int FIRST = 50;
    private static AgencyHouse house;

    private final Chromium chromium;
    private final PageHouse pages;
    private final HttpClient http = HttpClient.newHttpClient();
    private String complaint;
    private String fileCase;
    private String longCase;
    private String unitCase;

    private AgencyHouse(Chromium chromium, PageHouse pages) throws IOException, InterruptedException {
        this.chromium = chromium;
        this.pages = pages;
        inputs();
        feedback();
        comments();
        pages.asOfficer();
    }

    /** Skips the calling tests where there is no Chromium. */
    static synchronized AgencyHouse open() throws IOException, InterruptedException {
        if (house == null) {
            var chromium = Chromium.start();
            var pages = new PageHouse("agency-pages");
            Runtime.getRuntime().addShutdownHook(new Thread(pages::close, "agency-house-stop"));
            house = new AgencyHouse(chromium, pages);
        }
        return house;
    }

    Visit desktop(ColorScheme colours) {
        return visit(1280, 900, colours);
    }

    Visit phone() {
        return visit(390, 844, ColorScheme.LIGHT);
    }

    Visit visit(int width, int height, ColorScheme colours) {
        return Visit.of(
                chromium.browser(), pages.service().baseUri(), pages.identity().issuer(), width, height, colours);
    }

    /** A case of the agency itself; another reads like it. */
    String longCase() {
        return longCase;
    }

    /** A case of the agency itself with a file. */
    String fileCase() {
        return fileCase;
    }

    /** A case of which a word says that it is a complaint. */
    String complaint() {
        return complaint;
    }

    /** A case that lies with a unit below the agency. */
    String unitCase() {
        return unitCase;
    }

    /** Whether each look of officers at a case showed its sender, latest first, as the sender reads it. */
    List<Boolean> looks(String person, String code) throws IOException, InterruptedException {
        var shown = new ArrayList<Boolean>();
        var log = JSON.readTree(
                send("/v1/me/feedback/" + code + "/access-log", citizen(person), null, "application/json", 200));
        log.path("items").forEach(item -> shown.add(item.path("identity").asBoolean()));
        return shown;
    }

    JsonNode published(String code) throws IOException, InterruptedException {
        return JSON.readTree(send("/v1/feedback/" + code, null, null, "application/json", 200));
    }

    static String person(int number) {
        return "0010000%05d".formatted(90_000 + number);
    }

    private String citizen(String person) {
        return pages.service().mint().token("citizen-" + person, "citizen", Map.of("personalId", person));
    }

    private void feedback() throws IOException, InterruptedException {
        var told =
                "Tôi đến nộp giấy tờ ba lần, lần nào cũng chờ hơn hai giờ dù đã lấy số từ sáng sớm. Quầy số ba đóng cửa "
                        + "suốt tuần mà không có thông báo, người già phải đứng ngoài nắng. Đề nghị mở thêm quầy và cho đặt lịch hẹn.";
        // A case knows what was there before it.
        fileCase = sent(2, "H44", "Chờ quá lâu ở bộ phận một cửa", told);
        longCase = sent(
                1,
                "H44",
                "Chờ quá lâu ở bộ phận một cửa",
                told + " Cán bộ Nguyễn Văn Mẫu nói hệ thống lỗi. Gọi lại cho tôi theo số 0900 000 124.");
        complaint = sent(3, "H44", "Khiếu nại quyết định thu hồi", """
                Tôi khiếu nại quyết định hành chính về thu hồi giấy phép của cửa hàng tôi.""");
        unitCase = sent(
                4,
                "H44.100",
                "Lệ phí không niêm yết",
                "Bảng lệ phí không có ở chỗ tiếp nhận nên tôi không biết nộp bao nhiêu.");
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB), "png", picture);
        send(
                "/v1/me/feedback/" + fileCase + "/attachments?name=phieu-so.png",
                citizen(person(2)),
                picture.toByteArray(),
                "image/png",
                201);
    }

    private String sent(int number, String agency, String title, String text) throws IOException, InterruptedException {
        var body = JSON.writeValueAsBytes(Map.of(
                "title",
                title,
                "text",
                text,
                "agency",
                agency,
                "sender",
                Map.of(
                        "name",
                        "Trần Thị Giả Định",
                        "address",
                        "Tổ 9, phường Mẫu",
                        "phone",
                        "0900000%03d".formatted(number))));
        return JSON.readTree(send("/v1/feedback", citizen(person(number)), body, "application/json", 201))
                .path("code")
                .asText();
    }

    /** Every metric that only others know, of the agency and three units, so that there is a band and a tie. */
    private void inputs() throws IOException, InterruptedException {
        var metrics = List.of(
                "PUBLISH_ON_TIME",
                "PUBLIC_UPDATE_ON_TIME",
                "PUBLIC_CONTENT_FULL",
                "DOSSIER_SYNC",
                "ONLINE_SUPPLY",
                "ONLINE_SERVICES_USED",
                "ONLINE_PAYMENT",
                "PAYMENT_PROCEDURES_USED",
                "PAYMENT_PROCEDURES_OFFERED",
                "ORIGINAL_RESULT_AVAILABLE",
                "SO_HOA_GIAY_TO_GIAI_QUYET",
                "ELECTRONIC_CERTIFIED_COPY",
                "REUSED_DIGITIZED_DATA",
                "SYNCED_WITH_DVCQG_PERSONAL_STORAGE",
                "CITIZEN_DATA_CONNECTED_DOSSIER",
                "CITIZEN_DATA_CONNECTED_FORMALITY");
        var items = new ArrayList<Map<String, Object>>();
        var shares = Map.of("H44", 78, "H44.100", 92, "H44.101", 71, "H44.102", 71);
        shares.forEach((unit, share) -> metrics.forEach(metric -> items.add(Map.of(
                "agency",
                unit,
                "metric",
                metric,
                "from",
                SINCE.toString(),
                "to",
                TODAY.toString(),
                "numerator",
                share,
                "denominator",
                100,
                "source",
                "Cổng Dịch vụ công quốc gia",
                "asOf",
                TODAY.toString()))));
        send(
                "/v1/admin/service-quality/inputs",
                pages.service().token("admin", Map.of()),
                JSON.writeValueAsBytes(Map.of("items", items)),
                "application/json",
                201);
    }

    private void comments() throws IOException, InterruptedException {
        pages.endMore(FIRST, COMMENTS);
        for (int number = FIRST; number < FIRST + COMMENTS; number++) {
            var comment = number % 2 == 0
                    ? "Phải chờ lâu quá, lấy số từ sáng mà trưa mới đến lượt."
                    : "Cán bộ hướng dẫn dễ hiểu, cảm ơn.";
            var answers = Map.of("OVERALL", 4 - number % 2, "ACCESS", 4, "PROCEDURE", 3 + number % 3, "OFFICIALS", 5);
            send(
                    "/v1/surveys/" + pages.ticket(number) + "/rating",
                    null,
                    JSON.writeValueAsBytes(Map.of("answers", answers, "comment", comment)),
                    "application/json",
                    201);
        }
        await("/v1/agencies/H44/comments", "lấy số từ sáng");
    }

    /** Until an officer of the agency reads these words there. */
    private void await(String path, String words) throws IOException, InterruptedException {
        var officer = pages.service().token("officer", Map.of("agency", "H44"));
        var body = "";
        for (int tries = 0; tries < 300 && !body.contains(words); tries++) {
            Thread.sleep(100);
            body = send(path, officer, null, "application/json", 200);
        }
        assertTrue(body.contains(words), body);
    }

    private String send(String path, String token, byte[] body, String type, int expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(pages.service().baseUri().resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() == expected, answer.statusCode() + " " + answer.body());
        return answer.body();
    }
}
