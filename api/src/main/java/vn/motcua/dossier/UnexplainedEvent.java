package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.EventReader.Reading.Good;

/** An accepted event whose reason lacks something. */
@RegisterForReflection
record UnexplainedEvent(int index, String eventId, List<ReasonPart> missing) {
    UnexplainedEvent {
        missing = List.copyOf(missing);
    }

    static UnexplainedEvent of(Good good, Set<ReasonPart> missing) {
        return new UnexplainedEvent(
                good.index(),
                good.event().sent().eventId(),
                missing.stream().sorted().toList());
    }
}
