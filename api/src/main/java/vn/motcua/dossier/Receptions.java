package vn.motcua.dossier;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProceduresAt;

/** Finds the version of a procedure that was in force when a dossier was received; that one is pinned. */
@Singleton
class Receptions {
    private final Catalogue catalogue;

    Receptions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Uni<ProceduresAt> of(Collection<Refold> dossiers) {
        return catalogue.inForceAt(
                dossiers.stream().map(Receptions::key).flatMap(Optional::stream).collect(toSet()));
    }

    /** A dossier folded again, beside what it kept. */
    record Refold(Folded dossier, Standing before) {}

    /**
     * Nothing before reception. A later release of the catalogue does not move a running dossier; another procedure or
     * another day of reception does.
     */
    static Optional<ProceduresAt.Key> key(Refold refold) {
        var dossier = refold.dossier();
        var code = dossier.facts().procedureCode();
        if (code == null || dossier.receivedAt() == null) {
            return Optional.empty();
        }
        var day = Deadline.date(dossier.receivedAt());
        var pinned = refold.before().pinned();
        var former = refold.before().former().receivedAt();
        boolean same = code.equals(pinned.procedureCode())
                && former != null
                && Deadline.date(former).equals(day);
        return Optional.of(new ProceduresAt.Key(code, day, same ? pinned.version() : null));
    }
}
