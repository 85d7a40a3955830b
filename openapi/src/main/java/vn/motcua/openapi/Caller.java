package vn.motcua.openapi;

import java.util.Optional;

/** Who is calling, as the token says. The identity feature of the service implements it; a bean of the request. */
public interface Caller {
    /** The language the caller asked for. */
    Language language();

    /** The signed-in person. A token that names no person is a problem (403). */
    PersonKey person();

    /** The agency that an officer or a one-stop system acts for. */
    Optional<AgencyCode> agency();

    /** The organisation that a business user acts for. */
    Optional<String> organisation();

    /** Refuses (403 not-your-agency) unless the caller's agency is {@code code} or one above it. */
    void requireAgency(AgencyCode code);

    /** Refuses (403 not-your-organisation) unless the caller acts for this organisation. */
    void requireOrganisation(String code);
}
