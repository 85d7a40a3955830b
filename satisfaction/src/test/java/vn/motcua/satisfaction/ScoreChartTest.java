package vn.motcua.satisfaction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ScoreChartTest {
    private static final String NASTY = "Sở <script>alert(1)</script> & \"Xây dựng\" ' \u0007";

    @Inject
    Desk desk;

    @Test
    void everyMonthIsDrawnOrSaidToBeHidden() throws Exception {
        var picture = parsed(ScoreChart.svg(scores(List.of()), Factor.OVERALL, Language.VI));
        assertEquals(4, picture.getElementsByTagName("circle").getLength(), "a dot for each month that is told");
        var text = picture.getDocumentElement().getTextContent();
        assertThat(text, containsString("02/2026: Ẩn: chưa có đủ 10 lượt đánh giá được công bố"));
        // Wilson of 40 of 50 is 66.963 to 88.757; ends are rounded outwards.
        assertThat(text, containsString("01/2026: 80,0 % (66,9 đến 88,8), 50 câu trả lời"));
        assertThat(text, containsString("kiểu SIPAS"));
        assertThat(text, containsString("không phải Chỉ số SIPAS"));
    }

    @Test
    void itSpeaksEnglishAndCarriesTheRecipe() throws Exception {
        var picture = parsed(ScoreChart.svg(scores(List.of()), Factor.OFFICIALS, Language.EN));
        assertEquals("en", picture.getDocumentElement().getAttribute("lang"));
        var text = picture.getDocumentElement().getTextContent();
        assertThat(text, containsString("2026-02: Hidden: fewer than ten ratings are published"));
        assertThat(text, containsString("Officials, 2026-01 to 2026-06"));
        assertThat(text.replaceAll("\\s", ""), containsString("sipas-style/2;q=SHORT/2;agency=H44;field=*;"));
    }

    @Test
    void whatDataSaysIsNeverMarkup() throws Exception {
        var svg = ScoreChart.svg(scores(List.of()), Factor.OVERALL, Language.VI);
        assertFalse(svg.contains("<script"));
        var picture = parsed(svg);
        assertEquals(0, picture.getElementsByTagName("script").getLength());
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent(), containsString("<script>"));
    }

    @Test
    void itLoadsAndRunsNothing() {
        var svg = ScoreChart.svg(scores(List.of()), Factor.OVERALL, Language.VI);
        for (var word : List.of("href", "<script", "onload", "@import", "@font-face", "foreignObject", "<image")) {
            assertThat(svg, not(containsString(word)));
        }
        var addresses = svg.replace("http://www.w3.org/2000/svg", "");
        assertThat(addresses, not(containsString("http")));
        assertThat(addresses, not(containsString("url(h")));
    }

    @Test
    void aChangeOfTheQuestionnaireIsMarkedAndNothingIsDrawnAcross() throws Exception {
        var broken = List.of(new SeriesBreak("2026-05", "SHORT", 2, false));
        var picture = parsed(ScoreChart.svg(scores(broken), Factor.OVERALL, Language.VI));
        var text = picture.getDocumentElement().getTextContent();
        assertThat(text, containsString("Phiếu SHORT/2, không tính gộp"));
        assertThat(text, containsString("phiếu hỏi trước đó không so sánh được"));
        var lines = picture.getElementsByTagName("line");
        int trends = 0;
        for (int i = 0; i < lines.getLength(); i++) {
            var style = lines.item(i).getAttributes().getNamedItem("class").getTextContent();
            trends += "trend".equals(style) ? 1 : 0;
        }
        // 03-04 and 05-06; not 01 to 03 across the hidden month, nor 04 to 05 across the change.
        assertEquals(2, trends);
    }

    @Test
    void aWholeCountryWithoutRatingsIsAPictureOfHiddenMonths() throws Exception {
        var nothing = new Scores(
                "Kiểu SIPAS",
                "2024-01",
                "2026-12",
                "SHORT",
                1,
                "sipas-style/2;x=" + "1>2,".repeat(200),
                group(null, 0, 0),
                List.of(),
                List.of(),
                List.of());
        var picture = parsed(ScoreChart.svg(nothing, Factor.OVERALL, Language.VI));
        assertEquals(0, picture.getElementsByTagName("circle").getLength());
    }

    @Test
    void anybodyMayHaveThePictureOfAnAgency() {
        var agency = Desk.newAgency();
        desk.rate(agency, 20, 5);
        var response = given().filter(Contract.responsesOnly())
                .queryParam("agency", agency)
                .queryParam("factor", "RESULT")
                .get("/v1/satisfaction/chart.svg");
        response.then()
                .statusCode(200)
                .header("Content-Type", startsWith("image/svg+xml"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Vary", containsString("Accept-Language"));
        var svg = new String(response.asByteArray(), StandardCharsets.UTF_8);
        assertTrue(svg.contains("Cơ quan " + agency), svg);
        assertTrue(svg.contains("100,0"), svg);
        given().header("If-None-Match", response.header("ETag"))
                .queryParam("agency", agency)
                .queryParam("factor", "RESULT")
                .get("/v1/satisfaction/chart.svg")
                .then()
                .statusCode(304);
        given().queryParam("from", "soon")
                .get("/v1/satisfaction/chart.svg")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("from"));
    }

    /** Told: 01, 03, 04, 05, 06 without 02; with a break in 05 that is not pooled, 01 to 04 stay as they are given here. */
    private static Scores scores(List<SeriesBreak> breaks) {
        var groups = new ArrayList<ScoreGroup>();
        groups.add(group("2026-01", 40, 50));
        groups.add(group("2026-02", 0, 0));
        if (!breaks.isEmpty()) {
            groups.add(group("2026-03", 60, 80));
        }
        groups.add(group("2026-04", 70, 80));
        groups.add(group("2026-05", 300, 400));
        groups.add(group("2026-06", 310, 400));
        return new Scores(
                "Kiểu SIPAS",
                "2026-01",
                "2026-06",
                "SHORT",
                2,
                "sipas-style/2;q=SHORT/2;agency=H44;field=*;from=2026-01;to=2026-06;by=MONTH;w=pooled;pooled=none;atoms=120",
                group(null, 720, 1010),
                groups,
                List.of(),
                breaks);
    }

    private static ScoreGroup group(String key, int satisfied, int n) {
        if (n == 0) {
            return new ScoreGroup(key, NASTY, true, null, null, null, null, null, List.of());
        }
        var factors = new ArrayList<FactorScore>();
        for (var factor : Factor.values()) {
            factors.add(new FactorScore(
                    factor,
                    factor.name(),
                    false,
                    n,
                    Index.percent(satisfied, n),
                    Wilson.interval(satisfied, n),
                    List.of(n - satisfied, 0, 0, satisfied, 0),
                    null));
        }
        return new ScoreGroup(key, NASTY, false, n, n, Index.percent(n, n), null, null, factors);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
