package vn.motcua.helm;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads a manifest into the Kubernetes model and finds every field that the model does not know. */
final class StrictManifest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private StrictManifest() {}

    static HasMetadata parse(String manifest) {
        if (YAML.unmarshal(manifest) instanceof HasMetadata resource) {
            return resource;
        }
        throw new IllegalArgumentException("not a Kubernetes resource: " + manifest);
    }

    /** Paths of unknown fields; empty when the manifest is clean. */
    static List<String> unknownFields(HasMetadata resource) {
        var unknown = new ArrayList<String>();
        if (resource instanceof GenericKubernetesResource custom) {
            collect(custom.getMetadata(), "metadata", unknown);
            unknown.addAll(CustomResources.unknownFields(custom));
        } else {
            collect(resource, resource.getKind(), unknown);
        }
        return unknown;
    }

    private static void collect(Object value, String path, List<String> unknown) {
        switch (value) {
            case null -> {}
            case Collection<?> items -> items.forEach(item -> collect(item, path + "[]", unknown));
            case Map<?, ?> entries -> entries.forEach((key, entry) -> collect(entry, path + "." + key, unknown));
            default -> {
                if (value.getClass().getPackageName().startsWith("io.fabric8.kubernetes.api.model")) {
                    collectBean(value, path, unknown);
                }
            }
        }
    }

    private static void collectBean(Object bean, String path, List<String> unknown) {
        for (var getter : bean.getClass().getMethods()) {
            if (!isGetter(getter)) {
                continue;
            }
            var value = call(getter, bean);
            if (getter.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) value).keySet().forEach(name -> unknown.add(path + "." + name));
            } else {
                var name = getter.getName().substring(3);
                collect(value, path + "." + Character.toLowerCase(name.charAt(0)) + name.substring(1), unknown);
            }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getName().length() > 3
                && method.getParameterCount() == 0
                && (Collection.class.isAssignableFrom(method.getReturnType())
                        || Map.class.isAssignableFrom(method.getReturnType())
                        || method.getReturnType().getPackageName().startsWith("io.fabric8.kubernetes.api.model"));
    }

    private static Object call(Method getter, Object bean) {
        try {
            return getter.invoke(bean);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter + " cannot be read", e);
        }
    }
}
