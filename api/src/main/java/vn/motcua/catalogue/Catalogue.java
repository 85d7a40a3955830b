package vn.motcua.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.openapi.ProcedureCode;

/** What other features may ask of the published catalogue. Answered from memory where nothing else is said. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueReplica replica;
    private final PastVersions past;

    Catalogue(CatalogueReplica replica, PastVersions past) {
        this.replica = replica;
        this.past = past;
    }

    /** The version in force now of the procedure with this national key. */
    public Optional<ProcedureFacts> inForce(String key) {
        return replica.ready().flatMap(snapshot -> snapshot.facts(key));
    }

    /** The public procedure that a code in any form means; a 503 problem while the catalogue is being loaded. */
    public Optional<ProcedureFacts> published(ProcedureCode code) {
        var snapshot = replica.now();
        return snapshot.resolve(code).flatMap(entry -> snapshot.facts(entry.code()));
    }

    /** The versions that were in force on these days: from memory where they still are, else from the history. */
    public Uni<ProceduresAt> inForceAt(Set<ProceduresAt.Key> keys) {
        var snapshot = replica.ready();
        var found = new HashMap<ProceduresAt.Key, ProcedureFacts>();
        for (var key : keys) {
            snapshot.flatMap(s -> s.facts(key)).ifPresent(facts -> found.put(key, facts));
        }
        var others = keys.stream().filter(key -> !found.containsKey(key)).toList();
        if (others.isEmpty()) {
            return Uni.createFrom().item(new ProceduresAt(found));
        }
        return past.find(snapshot.map(CatalogueSnapshot::releaseId).orElse(-1L), others)
                .map(read -> {
                    read.forEach((key, facts) -> facts.ifPresent(f -> found.put(key, f)));
                    return new ProceduresAt(found);
                });
    }

    /** Those of these papers that the named version of their procedure does not ask for. */
    public Uni<Set<PaperRef>> foreignPapers(Set<PaperRef> papers) {
        return papers.isEmpty() ? Uni.createFrom().item(Set.of()) : past.foreign(List.copyOf(papers));
    }

    /** Whether the public procedure with this national key is another one now than the version {@code pinned} was. */
    public Optional<ProcedureChange> changeSince(String key, int pinned) {
        return replica.ready().flatMap(snapshot -> {
            if (snapshot.facts(key).isEmpty()) {
                return Optional.of(new ProcedureChange(pinned, null));
            }
            return ProcedureCode.parse(key)
                    .flatMap(snapshot::resolve)
                    .map(entry -> entry.version().number())
                    .filter(current -> current != pinned)
                    .map(current -> new ProcedureChange(pinned, current));
        });
    }

    /** The published name of a field, or its code when no procedure names it. */
    public String fieldName(String fieldCode) {
        return replica.ready().map(snapshot -> snapshot.fieldName(fieldCode)).orElse(fieldCode);
    }
}
