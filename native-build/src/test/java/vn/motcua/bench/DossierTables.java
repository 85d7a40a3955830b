package vn.motcua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * Fills the dossier table: four model dossiers go in by the front door, so that their rows are what the service writes, and
 * are then copied in SQL under other codes with proofs of their own. Their events are not copied: no look-up reads one.
 */
final class DossierTables {
    static final String SECRET = "bench-only-0123456789abcdef0123456789abcdef";
    private static final int MODELS = 4;
    private static final int BATCH = 20_000;

    private static final String COPY_DOSSIERS = """
            insert into dossier.dossier
            select (jsonb_populate_record(model, jsonb_build_object(
                'code', new.code,
                'proofs', '\\x' || encode(new.proof, 'hex'),
                'person_key', md5(new.code)::uuid))).*
            from unnest(?::text[], ?::bytea[], ?::text[]) as new (code, proof, model_code)
            join dossier.dossier model on model.code = new.model_code
            """;

    private DossierTables() {}

    static String code(int number) {
        return String.format(Locale.ROOT, "H99.01-251008-%07d", number);
    }

    private static String proof(int number) {
        return String.format(Locale.ROOT, "%04d", number % 10_000);
    }

    static String question(int number) {
        return question(code(number), proof(number));
    }

    static String question(String code, String proof) {
        return "{\"code\":\"" + code + "\",\"proof\":\"" + proof + "\"}";
    }

    static void fill(LocalPostgres postgres, TokenMint mint, Server service, int dossiers) {
        sendModels(mint, service);
        try (var connection = postgres.connectAsOwner()) {
            for (int from = MODELS + 1; from <= dossiers; from += BATCH) {
                copy(connection, from, Math.min(dossiers, from + BATCH - 1));
            }
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze dossier.dossier");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dossier tables cannot be filled: have they changed?", e);
        }
    }

    private static void copy(Connection connection, int from, int to) throws SQLException {
        int size = to - from + 1;
        var codes = new String[size];
        var proofs = new byte[size][];
        var models = new String[size];
        var hash = new ProofHash();
        for (int i = 0; i < size; i++) {
            int number = from + i;
            codes[i] = code(number);
            proofs[i] = hash.of(codes[i], proof(number));
            models[i] = code(number % MODELS + 1);
        }
        try (var statement = connection.prepareStatement(COPY_DOSSIERS)) {
            statement.setArray(1, connection.createArrayOf("text", codes));
            statement.setArray(2, connection.createArrayOf("bytea", proofs));
            statement.setArray(3, connection.createArrayOf("text", models));
            statement.executeUpdate();
        }
    }

    private static void sendModels(TokenMint mint, Server service) {
        var token = mint.token("bench-system", "one-stop-system", Map.of("agency", "H99"));
        try (var http = new HttpConnection(service.port())) {
            var answer = http.post(
                    "/v1/integration/dossier-events",
                    ModelDossiers.events(),
                    "Authorization: Bearer " + token + "\r\n");
            var text = new String(answer, StandardCharsets.UTF_8);
            if (http.status() != 200 || !text.replace(" ", "").contains("\"rejected\":[]")) {
                throw new IllegalStateException("the model dossiers were refused: " + http.status() + " " + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keyed hash of a proof, as the service stores it. */
    static final class ProofHash {
        private final Mac mac;

        ProofHash() {
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                var key = mac.doFinal("motcua/proof".getBytes(StandardCharsets.UTF_8));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HmacSHA256", e);
            }
        }

        byte[] of(String code, String proof) {
            return mac.doFinal(("proof\n" + code + "\n" + proof).getBytes(StandardCharsets.UTF_8));
        }
    }
}
