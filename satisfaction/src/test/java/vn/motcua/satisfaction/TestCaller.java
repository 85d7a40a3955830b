package vn.motcua.satisfaction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;

/** The caller as the service reads it from the token, as far as this module asks. */
@RequestScoped
class TestCaller implements Caller {
    private final JsonWebToken token;

    @Context
    HttpHeaders headers;

    TestCaller(JsonWebToken token) {
        this.token = token;
    }

    @Override
    public Language language() {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public PersonKey person() {
        throw new IllegalStateException("satisfaction must never ask who the person is");
    }

    @Override
    public Optional<AgencyCode> agency() {
        return token.<String>claim("agency").flatMap(AgencyCode::parse);
    }

    @Override
    public Optional<String> organisation() {
        return Optional.empty();
    }

    @Override
    public void requireAgency(AgencyCode code) {
        if (agency().filter(own -> own.covers(code)).isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_YOUR_AGENCY, "Không phải cơ quan của bạn.", "Not your agency.");
        }
    }

    @Override
    public void requireOrganisation(String code) {
        throw new IllegalStateException("satisfaction knows no organisations");
    }
}
