package vn.motcua.helm;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one rendering of the chart holds. */
record Rendered(List<HasMetadata> resources) {
    static Rendered of(List<String> manifests) {
        return new Rendered(manifests.stream().map(StrictManifest::parse).toList());
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type).stream()
                .filter(r -> r.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    /** Every pod the chart can start, by the name of what starts it. */
    List<Map.Entry<String, PodTemplateSpec>> pods() {
        return Stream.concat(
                        all(Deployment.class).stream()
                                .map(d -> Map.entry(
                                        d.getMetadata().getName(), d.getSpec().getTemplate())),
                        all(Job.class).stream()
                                .map(j -> Map.entry(
                                        j.getMetadata().getName(), j.getSpec().getTemplate())))
                .toList();
    }

    /** The names of those whose pods carry all these labels. */
    List<String> selectedBy(Map<String, String> labels) {
        return pods().stream()
                .filter(pod ->
                        pod.getValue().getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
