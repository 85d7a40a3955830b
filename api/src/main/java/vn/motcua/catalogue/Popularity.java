package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** How often procedures are used. Answered by the feature that sees the dossiers, asked by the search for its ranking. */
public interface Popularity {
    /** About how many dossiers were filed, by national key; procedures without any may be absent. */
    Uni<Map<String, Long>> dossiersByProcedure();
}
