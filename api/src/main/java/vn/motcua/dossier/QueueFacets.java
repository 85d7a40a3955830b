package vn.motcua.dossier;

import java.util.List;

/** The whole desk in numbers, whatever the filters. */
record QueueFacets(List<QueueCount> risk, List<QueueCount> state) {
    QueueFacets {
        risk = List.copyOf(risk);
        state = List.copyOf(state);
    }
}
