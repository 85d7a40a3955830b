package vn.motcua.blackbox;

import java.nio.file.Path;
import java.util.Map;
import vn.motcua.local.FcmServer;
import vn.motcua.local.LocalKeycloak;
import vn.motcua.local.LocalPostgres;

/** The whole house for a black-box test: service, PostgreSQL, real Keycloak and the FCM server at the far end. */
record House(ServiceUnderTest service, LocalKeycloak keycloak, FcmServer fcm) implements AutoCloseable {
    static House start(String name) {
        var keycloak = LocalKeycloak.start(ownFolder(), LocalPostgres.freePort());
        var fcm = FcmServer.start(LocalPostgres.freePort());
        var service = ServiceUnderTest.start(
                name,
                Map.of(
                        "MOTCUA_FCM_ENDPOINT", fcm.url(),
                        "MOTCUA_OIDC_URL", keycloak.issuer(),
                        "MOTCUA_WEB_ISSUER", keycloak.issuer(),
                        "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer(),
                        "QUARKUS_OIDC_PUBLIC_KEY", ""));
        return new House(service, keycloak, fcm);
    }

    /** Two test processes run at a time, and only one may open a database of Keycloak. */
    private static Path ownFolder() {
        return Path.of("target", "keycloak-" + ProcessHandle.current().pid()).toAbsolutePath();
    }

    @Override
    public void close() {
        service.close();
        fcm.close();
        keycloak.close();
    }
}
