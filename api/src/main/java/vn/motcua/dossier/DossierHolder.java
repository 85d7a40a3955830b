package vn.motcua.dossier;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import vn.motcua.openapi.OrganisationCode;
import vn.motcua.openapi.PersonKey;

/** A firm as the holder of dossiers. */
public sealed interface DossierHolder {
    /** What the household business of this person is called where a tax code would stand; it tells nobody's number. */
    String HOUSEHOLD = "hkd-";

    /** An enterprise, or a dependent unit of one. */
    record Firm(OrganisationCode code) implements DossierHolder {
        public Firm {
            requireNonNull(code, "code");
        }

        @Override
        public String key() {
            return code.value();
        }
    }

    /** A household business (hộ kinh doanh) whose code is a personal ID number: known by its keyed hash alone. */
    record Household(PersonKey person) implements DossierHolder {
        public Household {
            requireNonNull(person, "person");
        }

        @Override
        public String key() {
            return HOUSEHOLD + person.value();
        }
    }

    /** One text for the holder, in tables and addresses. */
    String key();

    /** The household behind a key that {@link #key()} made; other text is a fault of the caller. */
    static Household household(String key) {
        return new Household(new PersonKey(UUID.fromString(key.substring(HOUSEHOLD.length()))));
    }
}
