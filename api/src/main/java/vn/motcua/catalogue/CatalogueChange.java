package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The latest change of one procedure.
 *
 * @param release the release that brought it
 * @param record the procedure as it is now; absent when it is to be removed
 */
@RegisterForReflection
record CatalogueChange(String code, Kind change, long release, OfflineProcedure record) {
    /** PUT: keep this record in place of any other of its code. REMOVED: abolished, or no longer public. */
    enum Kind {
        PUT,
        REMOVED
    }
}
