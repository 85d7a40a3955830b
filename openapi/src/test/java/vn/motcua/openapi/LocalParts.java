package vn.motcua.openapi;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vn.motcua.local.CatalogueKey;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/**
 * The real PostgreSQL and a token key for {@code @QuarkusTest}. Every test class of a module uses exactly this resource:
 * another set would restart the application.
 */
public class LocalParts implements QuarkusTestResourceLifecycleManager {
    private static final TokenMint MINT = new TokenMint();
    private static volatile LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.throwaway();
        return Map.of(
                "motcua.database.url", postgres.url(),
                "motcua.database.user", LocalPostgres.APP,
                "motcua.database.password", postgres.password(),
                "motcua.database.owner", LocalPostgres.OWNER,
                "motcua.database.owner-password", postgres.password(),
                "motcua.catalogue.signing.key", CatalogueKey.newPrivateKey(),
                "motcua.satisfaction.ledger.signing.key", CatalogueKey.newPrivateKey(),
                "motcua.secret", "local-test-only-0123456789abcdef0123456789abcdef",
                "quarkus.oidc.public-key", MINT.publicKey());
    }

    @Override
    public void stop() {
        postgres.close();
    }

    /** For tests that look into the database. */
    public static LocalPostgres postgres() {
        return postgres;
    }

    /** A bearer token that the service under test accepts. */
    public static String token(String subject, String role, Map<String, String> claims) {
        return MINT.token(subject, role, claims);
    }
}
