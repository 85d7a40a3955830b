package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What other features may do: issue the one rating ticket of an ended dossier, and show it to the dossier's owner. */
@ApplicationScoped
public class Tickets {
    /** Issues tickets in the caller's transaction. A dossier that has one keeps it; the second call changes nothing. */
    public Uni<Void> issue(SqlConnection transaction, List<EndedDossier> dossiers) {
        return Uni.createFrom().voidItem();
    }

    /** The ticket of a dossier while it can be used: not redeemed, not expired. Ask only for the dossier's owner. */
    public Uni<Optional<String>> open(String dossierCode) {
        return Uni.createFrom().item(Optional.empty());
    }
}
