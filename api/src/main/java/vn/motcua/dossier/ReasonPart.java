package vn.motcua.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a refusal, a supplement request or a stop should carry. */
@RegisterForReflection
enum ReasonPart {
    CODE,
    COMPONENT_REF,
    TEXT,
    NEXT_ACTION
}
