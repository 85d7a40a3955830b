package vn.motcua.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.local.CatalogueKey;
import vn.motcua.openapi.Contract;
import vn.motcua.openapi.Ed25519;
import vn.motcua.openapi.LocalParts;
import vn.motcua.openapi.SigningKey;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PackTest {
    private static final String PACK = "/v1/catalogue/pack";

    @Inject
    CatalogueReplica replica;

    @Inject
    CatalogueStore store;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void published() {
        CatalogueFixture.publish(CatalogueFixture.ALL);
    }

    @Test
    void packIsWhatTheSignedManifestSays() throws Exception {
        var manifest = Phone.manifest();
        var pack = Phone.pack();
        var content = Phone.unpacked(pack);
        assertEquals(manifest.get("size").asLong(), pack.length);
        assertEquals(
                manifest.get("sha256").asText(), Digests.hex(Digests.sha256().digest(pack)));
        assertEquals(manifest.get("contentSize").asLong(), content.length);
        assertEquals(
                manifest.get("contentSha256").asText(),
                Digests.hex(Digests.sha256().digest(content)));
        var key = publicKey(manifest.get("keyId").asText());
        assertTrue(verifies(key, statement(manifest), manifest.get("signature").asText()));
        var forged = statement(manifest);
        forged[forged.length - 2] ^= 1;
        assertFalse(verifies(key, forged, manifest.get("signature").asText()));
    }

    private static byte[] statement(JsonNode manifest) {
        var lines = new StringBuilder("motcua-catalogue-pack\n");
        for (var name : List.of("format", "release", "cursor", "contentSize", "contentSha256")) {
            lines.append(manifest.get(name).asText()).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** As a stranger reads a JSON Web Key: 32 bytes, little end first, the top bit is the sign of x. */
    private PublicKey publicKey(String keyId) throws Exception {
        Map<String, Object> key = given().filter(Contract.strict())
                .get("/v1/catalogue/keys")
                .then()
                .statusCode(200)
                .body("keys[0].status", equalTo("CURRENT"))
                .extract()
                .path("keys.find { it.kid == '" + keyId + "' }");
        var bytes = Base64.getUrlDecoder().decode((String) key.get("x"));
        boolean odd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        for (int i = 0; i < 16; i++) {
            byte swap = bytes[i];
            bytes[i] = bytes[31 - i];
            bytes[31 - i] = swap;
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bytes))));
    }

    private static boolean verifies(PublicKey key, byte[] message, String signature) throws Exception {
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }

    @Test
    void anotherReplicaMakesTheSameBytes() {
        var one = replica.now();
        var other = store.load(one.words(), one.dossiers(), Optional.empty());
        var packs = List.of(one, other).stream()
                .map(snapshot -> new PackWriter(json).write(snapshot.shelf(), OfflineLists.of(snapshot)))
                .toList();
        assertArrayEquals(packs.getFirst().file(), packs.getLast().file());
        assertArrayEquals(packs.getFirst().file(), Phone.pack());
    }

    @Test
    void packHoldsNothingInternalAndEveryPublicRecord() throws Exception {
        CatalogueFixture.publish(
                "{\"procedures\":[{\"code\":\"9.000801\",\"name\":\"Nội bộ\",\"field\":\"Thử\",\"kind\":\"internal\"}]}"
                        .getBytes(StandardCharsets.UTF_8),
                "application/json",
                "");
        var phone = Phone.withPack();
        assertFalse(phone.records.containsKey("9.000801"));
        assertEquals(replica.now().entries().size(), phone.records.size());
        assertTrue(phone.records.get("9.000001").contains("Giấy chứng sinh"));
    }

    @Test
    void downloadsGoOnWhereTheyWereCut() {
        var whole = Phone.pack();
        var tag = given().get(PACK).header("ETag");
        var part = given().filter(Contract.responsesOnly())
                .header("Range", "bytes=100-")
                .header("If-Range", tag)
                .get(PACK)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-" + (whole.length - 1) + "/" + whole.length)
                .extract()
                .asByteArray();
        assertArrayEquals(Arrays.copyOfRange(whole, 100, whole.length), part);
        assertEquals(206, ranged("bytes=-20", tag));
        assertEquals(200, ranged("bytes=0-9", "\"another-file\""));
        assertEquals(200, ranged("bytes=" + whole.length + "-", tag));
        assertEquals(200, ranged("bytes=0-1,5-6", tag));
        assertEquals(200, ranged("bytes=-", tag));
        assertEquals(200, ranged("bytes=9-3", tag));
        assertEquals(304, given().header("If-None-Match", tag).get(PACK).statusCode());
    }

    private static int ranged(String range, String ifRange) {
        return given().filter(Contract.responsesOnly())
                .header("Range", range)
                .header("If-Range", ifRange)
                .get(PACK)
                .statusCode();
    }

    @Test
    void aKeyIsAnnouncedThenSignsThenIsRetired() throws Exception {
        var coming = pem(KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded());
        var old = pem(KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded());
        var keys = new PackSigner(signing(CatalogueKey.newPrivateKey(), coming, old))
                .keys()
                .keys();
        assertEquals(
                List.of(SigningKey.Status.CURRENT, SigningKey.Status.NEXT, SigningKey.Status.RETIRED),
                keys.stream().map(SigningKey::status).toList());
        assertEquals(LocalDate.of(2027, 1, 1), keys.get(1).validFrom());
        assertEquals(LocalDate.of(2026, 12, 31), keys.get(2).validUntil());
        var twice = signing(CatalogueKey.newPrivateKey(), coming, coming);
        assertThrows(IllegalStateException.class, () -> new PackSigner(twice));
        var broken = signing("khong-phai-khoa", coming, old);
        assertThrows(IllegalStateException.class, () -> new PackSigner(broken));
    }

    /** RFC 8037 appendix A: the key, its thumbprint and a signature that everybody can look up. */
    @Test
    void keysAndSignaturesAreThoseOfTheStandard() {
        var seed = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        var header = new byte[] {0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20};
        var pkcs8 = Arrays.copyOf(header, header.length + seed.length);
        System.arraycopy(seed, 0, pkcs8, header.length, seed.length);
        var key = Ed25519.parse(Base64.getEncoder().encodeToString(pkcs8));
        assertEquals(
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", key.publicKey().x());
        assertEquals(
                "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", key.publicKey().id());
        var signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        assertEquals(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
                key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static SigningConfig signing(String key, String next, String retired) {
        var values = new HashMap<String, String>();
        values.put("motcua.catalogue.signing.key", key);
        values.put("motcua.catalogue.signing.next[0].public-key", next);
        values.put("motcua.catalogue.signing.next[0].from", "2027-01-01");
        values.put("motcua.catalogue.signing.retired[0].public-key", retired);
        values.put("motcua.catalogue.signing.retired[0].until", "2026-12-31");
        return new SmallRyeConfigBuilder()
                .withMapping(SigningConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(SigningConfig.class);
    }
}
