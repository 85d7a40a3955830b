package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;

/** An agency as a record names it; the code is absent where only the name was published. */
record AgencyRef(String code, String name) {
    AgencyRef {
        requireNonNull(name, "name");
    }
}
