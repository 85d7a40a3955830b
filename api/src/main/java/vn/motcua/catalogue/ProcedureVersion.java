package vn.motcua.catalogue;

import java.time.LocalDate;

/** One version in the life of a procedure. {@code validTo} is the first day on which it is no longer in force. */
record ProcedureVersion(int number, LocalDate validFrom, LocalDate validTo, long releaseId, Change change) {
    enum Change {
        NEW,
        AMENDED,
        ABOLISHED
    }
}
