package vn.motcua.helm;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of the operators' resources that the chart may use, by hand from their documentation: the Kubernetes model
 * does not know these kinds. A field that is missing here is either misspelt or to be looked up and added.
 */
final class CustomResources {
    /** Paths below {@code spec}; {@code *} stands for keys of free choice, lists count as their items. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "monitoring.coreos.com/v1/ServiceMonitor",
            Set.of(
                    "selector.matchLabels.*",
                    "endpoints.port",
                    "endpoints.path",
                    "endpoints.interval",
                    "endpoints.scrapeTimeout"),
            "postgresql.cnpg.io/v1/Cluster",
            Set.of(
                    "instances",
                    "imageName",
                    "minSyncReplicas",
                    "maxSyncReplicas",
                    "bootstrap.initdb.database",
                    "bootstrap.initdb.owner",
                    "bootstrap.initdb.encoding",
                    "bootstrap.initdb.secret.name",
                    "managed.roles.name",
                    "managed.roles.ensure",
                    "managed.roles.login",
                    "managed.roles.passwordSecret.name",
                    "storage.size",
                    "storage.storageClass",
                    "resources.requests.*",
                    "resources.limits.*",
                    "monitoring.enablePodMonitor"));

    private CustomResources() {}

    static List<String> unknownFields(GenericKubernetesResource resource) {
        var kind = resource.getApiVersion() + "/" + resource.getKind();
        var known = KNOWN.get(kind);
        if (known == null) {
            return List.of("unknown kind " + kind);
        }
        var unknown = new ArrayList<String>();
        for (var field : resource.getAdditionalProperties().entrySet()) {
            if (!field.getKey().equals("spec")) {
                unknown.add(kind + "." + field.getKey());
            }
        }
        for (var path : leaves(resource.getAdditionalProperties().get("spec"), "")) {
            if (!known.contains(path) && !inFreeMap(known, path)) {
                unknown.add(kind + ".spec." + path);
            }
        }
        return unknown;
    }

    /** Label keys hold dots themselves, so a free map is recognised by what stands before it. */
    private static boolean inFreeMap(Set<String> known, String path) {
        return known.stream()
                .filter(entry -> entry.endsWith(".*"))
                .anyMatch(entry -> path.startsWith(entry.substring(0, entry.length() - 1)));
    }

    private static Set<String> leaves(Object value, String path) {
        var found = new TreeSet<String>();
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, item) -> found.addAll(leaves(item, path.isEmpty() ? "" + key : path + "." + key)));
            case Collection<?> items -> items.forEach(item -> found.addAll(leaves(item, path)));
            case null, default -> found.add(path);
        }
        return found;
    }
}
