package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.PersonKey;

/** Whose a dossier is, for features that must not take somebody's word for it. */
@ApplicationScoped
public class DossierOwners {
    private static final String OWN = "select 1 as found from dossier.dossier where code = $1 and person_key = $2";

    private final Pool pool;

    DossierOwners(Pool pool) {
        this.pool = pool;
    }

    /** False also for a dossier that nobody reported yet. */
    public Uni<Boolean> owns(PersonKey person, DossierCode dossier) {
        return pool.preparedQuery(OWN)
                .execute(Tuple.of(dossier.value(), person.value()))
                .map(rows -> rows.size() == 1);
    }
}
