package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class WebFormsTest {
    private static final String BIRTH = "/v1/procedures/9.000001";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Inject
    CatalogueReplica replica;

    @BeforeEach
    void published() {
        CatalogueFixture.publish(CatalogueFixture.ALL);
    }

    @Test
    void recordIsLinkedDataForWhoAsks() {
        given().filter(Contract.strict())
                .accept("application/ld+json")
                .get(BIRTH)
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("Vary", containsString("Accept"))
                .body("'@context'[0]", equalTo("https://schema.org"))
                .body("'@context'[1].cpsv", equalTo("http://purl.org/vocab/cpsv#"))
                .body("'@type'", hasItems("GovernmentService", "cpsv:PublicService"))
                .body("'@id'", equalTo("http://localhost:8080/p/9.000001"))
                .body("identifier", equalTo("9.000001"))
                .body("name.find { it.'@language' == 'en' }.'@value'", equalTo("Birth registration"))
                .body("provider[0].name", equalTo("Ủy ban nhân dân cấp xã"))
                .body("'cv:hasCompetentAuthority'.identifier", equalTo("G15"))
                .body("'cpsv:hasInput'.'dct:title'", hasItem("Giấy chứng sinh"))
                .body("offers[0].price", equalTo(0))
                .body("'cv:hasCost'[0].'cv:currency'", equalTo("VND"));
    }

    @Test
    void everybodyElseGetsTheRecord() {
        for (var accept :
                new String[] {"application/json", "*/*", BROWSER, "application/json, application/ld+json;q=0.5"}) {
            given().filter(Contract.responsesOnly())
                    .accept(accept)
                    .get(BIRTH)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("code", equalTo("9.000001"));
        }
        given().filter(Contract.responsesOnly())
                .accept("text/csv")
                .get(BIRTH)
                .then()
                .statusCode(406);
    }

    @Test
    void eachFormHasItsOwnTagAndEachTagIsConfirmed() {
        var plain = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
        var json = given().config(plain).get(BIRTH).header("ETag");
        var packed = given().get(BIRTH);
        assertEquals("gzip", packed.header("Content-Encoding"));
        var linked = given().accept("application/ld+json").get(BIRTH).header("ETag");
        assertNotEquals(json, linked);
        given().header("If-None-Match", packed.header("ETag")).get(BIRTH).then().statusCode(304);
        given().config(plain).header("If-None-Match", json).get(BIRTH).then().statusCode(304);
        given().header("If-None-Match", linked).get(BIRTH).then().statusCode(200);
        given().accept("application/ld+json")
                .header("If-None-Match", linked)
                .get(BIRTH)
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept"));
    }

    @Test
    void tagOfAnUnchangedRecordOutlivesReleases() {
        var tag = given().get(BIRTH).header("ETag");
        CatalogueFixture.publish(CatalogueFixture.line("9.000007", "Thủ tục mới " + System.nanoTime(), ""))
                .statusCode(201);
        given().header("If-None-Match", tag).get(BIRTH).then().statusCode(304);
    }

    @Test
    void sitemapNamesEveryProcedureAndWhenItChanged() {
        var map = given().get("/sitemap.xml");
        map.then().statusCode(200).contentType(containsString("application/xml"));
        assertEquals(replica.now().entries().size(), map.xmlPath().getInt("urlset.url.size()"));
        assertTrue(map.asString().contains("<loc>http://localhost:8080/p/9.000001</loc><lastmod>20"));
        given().header("If-None-Match", map.header("ETag"))
                .get("/sitemap.xml")
                .then()
                .statusCode(304);
        given().get("/sitemap-1.xml").then().statusCode(404);
        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .body(containsString("Sitemap: http://localhost:8080/sitemap.xml"));
    }

    @Test
    void tooManyProceduresMakeAnIndexOfSitemaps() {
        var shelf = replica.now().shelf();
        var site = new SiteConfig() {
            @Override
            public URI url() {
                return URI.create("https://motcua.example");
            }

            @Override
            public String procedurePath() {
                return "/thu-tuc/{code}?a=1&b=2";
            }
        };
        int files = (shelf.records().size() + 3) / 4;
        var map = new Sitemap(shelf, site, 4);
        assertTrue(
                map.root().contains("<sitemap><loc>https://motcua.example/sitemap-" + files + ".xml</loc></sitemap>"));
        assertTrue(map.root().startsWith("<?xml"));
        assertTrue(map.part(files).orElseThrow().contains("&amp;b=2</loc>"));
        assertEquals(Optional.empty(), map.part(files + 1));
        assertEquals(Optional.empty(), map.part(0));
    }

    @Test
    void termsAreOfTheVocabulariesTheyNameAndNothingIsEmpty() throws Exception {
        var linked = given().accept("application/ld+json")
                .get("/v1/procedures/9.000004")
                .asString();
        var node = new ObjectMapper().readTree(linked);
        var prefixes = node.at("/@context/1");
        node.fieldNames().forEachRemaining(name -> {
            var parts = name.split(":");
            assertTrue(parts.length == 1 || prefixes.has(parts[0]), name);
        });
        assertTrue(!linked.contains("null") && !linked.contains("[]"), linked);
        assertTrue(!node.has("offers"), "no fee was published");
    }
}
