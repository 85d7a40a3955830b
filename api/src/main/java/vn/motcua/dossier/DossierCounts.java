package vn.motcua.dossier;

import java.time.OffsetDateTime;
import java.util.List;

/** @param asOf the moment up to which every report of a one-stop system is counted */
public record DossierCounts(OffsetDateTime asOf, List<DossierCount> counts) {
    public DossierCounts {
        counts = List.copyOf(counts);
    }
}
