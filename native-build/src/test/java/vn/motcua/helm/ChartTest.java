package vn.motcua.helm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart is accepted by Helm and by the Kubernetes model, and what is wrong is refused. */
class ChartTest {
    private final Chart chart = Chart.ofCheckout();

    @TempDir
    Path scratch;

    static Stream<String> valueFiles() {
        return Chart.VALUE_FILES.stream();
    }

    @ParameterizedTest
    @MethodSource("valueFiles")
    void lintFindsNothing(String values) {
        var result = chart.copyTo(scratch.resolve("motcua")).withValues(values).lint();
        assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
    }

    @ParameterizedTest
    @MethodSource("valueFiles")
    void everyFieldOfEveryManifestIsKnown(String values) {
        var rendered = Rendered.of(chart.render(values));
        assertThat(rendered.resources(), is(not(empty())));
        assertThat(unknownFields(rendered), is(empty()));
    }

    @Test
    void eachValueFileStartsWhatItPromises() {
        assertEquals(
                List.of("motcua-api", "motcua-dispatcher", "motcua-migration"), podNames("ci/default-values.yaml"));
        assertEquals(List.of("motcua-api", "motcua-migration"), podNames("values-minimal.yaml"));
        var production = kinds("values-production.yaml");
        for (var kind : List.of("Cluster", "ServiceMonitor", "HorizontalPodAutoscaler", "Ingress", "NetworkPolicy")) {
            assertThat(production, hasItem(kind));
        }
    }

    @Test
    void migrationRunsBeforeTheServiceUnlessTheDatabaseIsMadeHere() {
        assertEquals("pre-install,pre-upgrade", migrationHook("ci/default-values.yaml"));
        assertNull(migrationHook("values-production.yaml"));
    }

    @Test
    void filesOfFeedbackLieInTheStoreThatIsGivenAndPodsReachItAlone() {
        var inS3 = String.join("\n", chart.render("values-production.yaml"));
        assertThat(inS3, containsString("MOTCUA_FEEDBACK_ATTACHMENTS_S3_SECRET_KEY"));
        assertThat(inS3, containsString("203.0.113.20/32"));
        assertThat(inS3, containsString("port: 3310"));
        assertThat(inS3, not(containsString("/var/lib/motcua/feedback")));
        var inClaim = chart.render("ci/default-values.yaml", "attachments.existingClaim=feedback-files");
        var mounts = Rendered.of(inClaim).pods().stream()
                .filter(pod -> !pod.getKey().endsWith("-migration"))
                .map(pod -> pod.getValue().getSpec().getVolumes().stream()
                        .filter(volume -> volume.getPersistentVolumeClaim() != null)
                        .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                        .toList())
                .toList();
        assertEquals(List.of(List.of("feedback-files"), List.of("feedback-files")), mounts);
        assertThat(String.join("\n", inClaim), not(containsString("port: 3310")));
        var nameless = assertThrows(
                IllegalStateException.class,
                () -> chart.render("ci/default-values.yaml", "attachments.s3.endpoint=https://objects.example.vn"));
        assertThat(nameless.getMessage(), containsString("attachments.s3.bucket: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "templates/_pod.tpl         | readOnlyRootFilesystem: | readOnlyRootFileSystem:",
                "templates/_pod.tpl         | topologyKey:            | topologykey:",
                "templates/service.yaml     | targetPort:             | targetport:",
                "templates/hpa.yaml         | averageUtilization:     | averageUtilisation:",
                "templates/networkpolicy.yaml | policyTypes:          | policyType:",
                "templates/servicemonitor.yaml | interval:            | intervall:",
                "templates/postgres-cluster.yaml | passwordSecret:    | passwordsecret:"
            })
    void misspeltFieldIsFound(String file, String right, String wrong) {
        var spoilt = chart.copyTo(scratch.resolve("motcua")).replace(file, right, wrong);
        var unknown = unknownFields(Rendered.of(spoilt.render("values-production.yaml")));
        assertTrue(
                unknown.stream().anyMatch(path -> path.contains(wrong.replace(":", ""))),
                () -> "not found, only " + unknown);
    }

    @Test
    void brokenTemplateFailsTheLint() {
        var spoilt = chart.copyTo(scratch.resolve("motcua"))
                .withValues("ci/default-values.yaml")
                .replace("templates/service.yaml", "motcua.fullname", "motcua.fulname");
        assertTrue(spoilt.lint().isFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "api.replica=3, replica",
        "api.replicas=many, replicas",
        "database.password=x, password",
        "database.url=jdbc:postgresql://db/motcua, url",
        "database.url=postgresql://user:word@db/motcua, url",
        "api.env.MOTCUA_DATABASE_PASSWORD=x, PASSWORD",
        "image.pullPolicy=Sometimes, pullPolicy",
        "service.port=70000, port",
        "ingres.enabled=true, ingres"
    })
    void wrongValueIsRefused(String set, String named) {
        var refused = assertThrows(IllegalStateException.class, () -> chart.render("ci/default-values.yaml", set));
        assertThat(refused.getMessage(), containsString(named));
    }

    @ParameterizedTest
    @CsvSource({
        "database.url",
        "database.appSecret",
        "database.ownerSecret",
        "oidc.url",
        "secret.existingSecret",
        "fcm.existingSecret"
    })
    void missingValueIsNamed(String value) {
        var refused =
                assertThrows(IllegalStateException.class, () -> chart.render("ci/default-values.yaml", value + "="));
        assertThat(refused.getMessage(), containsString(value + ": "));
    }

    private List<String> podNames(String values) {
        return Rendered.of(chart.render(values)).pods().stream()
                .map(pod -> pod.getKey())
                .sorted()
                .toList();
    }

    private String migrationHook(String values) {
        var annotations = Rendered.of(chart.render(values))
                .one(Job.class, "motcua-migration")
                .getMetadata()
                .getAnnotations();
        return annotations == null ? null : annotations.get(Chart.SHOWN_HOOK);
    }

    private List<String> kinds(String values) {
        return Rendered.of(chart.render(values)).resources().stream()
                .map(resource -> resource.getKind())
                .toList();
    }

    private static List<String> unknownFields(Rendered rendered) {
        return rendered.resources().stream()
                .flatMap(resource -> StrictManifest.unknownFields(resource).stream())
                .toList();
    }
}
