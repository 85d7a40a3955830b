package vn.motcua.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.motcua.catalogue.Catalogue;

/** Asks the catalogue whether the papers that reasons name are papers of the pinned version. */
@Singleton
class Papers {
    private static final Logger LOG = Logger.getLogger(Papers.class);

    private final Catalogue catalogue;

    Papers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** After the commit: the events are taken, and nothing that goes wrong here may say otherwise. */
    Uni<Void> check(Batch batch) {
        return catalogue
                .foreignPapers(batch.papers())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warn("papers of reasons were not checked", failure);
                    return Set.of();
                })
                .invoke(batch::foreign)
                .replaceWithVoid();
    }
}
