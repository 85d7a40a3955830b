package vn.motcua.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.local.Home;

/** The chart in a folder, linted and rendered by Helm's own code. */
record Chart(Path folder) {
    static final List<String> VALUE_FILES =
            List.of("ci/default-values.yaml", "values-production.yaml", "values-minimal.yaml");
    /** What hooks are called in what {@link #render} returns. */
    static final String SHOWN_HOOK = "shown/hook";

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    static Chart ofCheckout() {
        return new Chart(Home.checkout().resolve("helm/motcua"));
    }

    /** A copy whose files may be spoilt. */
    Chart copyTo(Path target) {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                var copy = target.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Chart(target);
    }

    Chart replace(String file, String old, String by) {
        try {
            var text = Files.readString(folder.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " does not hold: " + old);
            }
            Files.writeString(folder.resolve(file), text.replace(old, by));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Helm's lint has no values argument here, so the copy's own values become those of the file laid over the defaults. */
    Chart withValues(String valuesFile) {
        try {
            var merged = overlay(map(folder.resolve("values.yaml")), map(folder.resolve(valuesFile)));
            Files.writeString(folder.resolve("values.yaml"), YAML.asYaml(merged));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LintResult lint() {
        return new Helm(folder).lint().strict().call();
    }

    /** The manifests as text, hooks too, one for each; {@code set} are pairs as with {@code --set name=value}. */
    List<String> render(String valuesFile, String... set) {
        var shown = withHooksShown();
        var command = new Helm(shown)
                .template()
                .withName("motcua")
                .withNamespace("citizens")
                .withKubeVersion("1.33.0")
                .withValuesFile(folder.resolve(valuesFile));
        for (var pair : set) {
            var parts = pair.split("=", 2);
            command.set(parts[0], parts[1]);
        }
        return Arrays.stream(command.call().split("(?m)^---\\s*$"))
                .filter(manifest -> manifest.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
                .toList();
    }

    /** This Helm leaves hooks out of what it renders, so they are renamed into ordinary resources in a copy. */
    private Path withHooksShown() {
        try {
            var shown = copyTo(Files.createTempDirectory("motcua-chart").resolve("motcua"));
            for (var file : List.of("_helpers.tpl", "networkpolicy.yaml")) {
                shown.replace("templates/" + file, "helm.sh/hook", SHOWN_HOOK);
            }
            return shown.folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Path file) throws IOException {
        return YAML.unmarshal(Files.readString(file), Map.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> overlay(Map<String, Object> below, Map<String, Object> above) {
        var merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> merged.merge(
                key,
                value,
                (old, fresh) -> old instanceof Map && fresh instanceof Map
                        ? overlay((Map<String, Object>) old, (Map<String, Object>) fresh)
                        : fresh));
        return merged;
    }
}
