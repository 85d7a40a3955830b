package vn.motcua.notification;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/**
 * Credentials for a local server: one token that never ends and needs no network. After a 401 the SDK asks for a fresh token
 * and tries once more, as with real credentials; it gets the same one.
 */
final class NoIdentity extends GoogleCredentials {
    private static final long serialVersionUID = 1;

    NoIdentity() {
        super(token());
    }

    @Override
    public AccessToken refreshAccessToken() {
        return token();
    }

    private static AccessToken token() {
        var farFuture = LocalDate.of(2999, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new AccessToken("local", Date.from(farFuture));
    }
}
