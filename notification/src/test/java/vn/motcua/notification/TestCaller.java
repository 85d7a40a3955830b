package vn.motcua.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.openapi.AgencyCode;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.PersonKey;

/** The caller as the header {@code X-Person} says; identity itself is tested in the service. */
@RequestScoped
class TestCaller implements Caller {
    static final String PERSON = "X-Person";

    @Context
    HttpHeaders headers;

    @Override
    public Language language() {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public PersonKey person() {
        return new PersonKey(UUID.fromString(headers.getHeaderString(PERSON)));
    }

    @Override
    public Optional<AgencyCode> agency() {
        return Optional.empty();
    }

    @Override
    public Optional<String> organisation() {
        return Optional.empty();
    }

    @Override
    public void requireAgency(AgencyCode code) {
        throw new IllegalStateException("not used here");
    }

    @Override
    public void requireOrganisation(String code) {
        throw new IllegalStateException("not used here");
    }
}
