package vn.motcua.catalogue;

import static java.util.Objects.requireNonNull;

/** An agency as a record names it; the code is absent where only the name was published. */
record AgencyRef(String code, String name) {
    AgencyRef {
        requireNonNull(name, "name");
    }

    /** Whether it is the People's Committee of a province, whose own procedures are local. */
    boolean province() {
        return code != null ? code.startsWith("H") : name.startsWith("UBND") || name.startsWith("Ủy ban nhân dân");
    }
}
