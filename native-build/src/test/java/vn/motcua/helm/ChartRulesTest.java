package vn.motcua.helm;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold in every rendering of the chart, whatever the values. */
class ChartRulesTest {
    static Stream<Rendered> renderings() {
        return Chart.VALUE_FILES.stream()
                .map(values -> Rendered.of(Chart.ofCheckout().render(values)));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void everyPodIsRestricted(Rendered rendered) {
        for (var pod : rendered.pods()) {
            var spec = pod.getValue().getSpec();
            assertEquals(false, spec.getAutomountServiceAccountToken(), pod.getKey());
            assertEquals(true, spec.getSecurityContext().getRunAsNonRoot());
            assertTrue(spec.getSecurityContext().getRunAsUser() > 0);
            assertEquals(
                    "RuntimeDefault",
                    spec.getSecurityContext().getSeccompProfile().getType());
            assertNull(spec.getHostNetwork());
            for (var container : spec.getContainers()) {
                restricted(container);
            }
        }
        for (var account : rendered.all(ServiceAccount.class)) {
            assertEquals(false, account.getAutomountServiceAccountToken());
        }
    }

    private static void restricted(Container container) {
        var context = container.getSecurityContext();
        assertEquals(false, context.getAllowPrivilegeEscalation());
        assertEquals(true, context.getReadOnlyRootFilesystem());
        assertEquals(true, context.getRunAsNonRoot());
        assertEquals(List.of("ALL"), context.getCapabilities().getDrop());
        assertThat(context.getCapabilities().getAdd(), is(empty()));
        assertTrue(container.getVolumeMounts().stream()
                .anyMatch(m -> m.getMountPath().equals("/tmp")));
        assertNotNull(container.getResources().getRequests().get("cpu"));
        var limit = container.getResources().getLimits().get("memory");
        assertTrue(Quantity.getAmountInBytes(limit).longValueExact() <= 256L << 20, "native fits into 256Mi");
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void noSecretValueIsRendered(Rendered rendered) {
        assertThat(rendered.all(Secret.class), is(empty()));
        for (var pod : rendered.pods()) {
            for (var container : pod.getValue().getSpec().getContainers()) {
                var literals = container.getEnv().stream()
                        .filter(e -> e.getValueFrom() == null)
                        .map(EnvVar::getName)
                        .toList();
                assertThat(literals, everyItem(not(matchesRegex(".*(PASSWORD|SECRET|TOKEN|_USER|OWNER).*"))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void onlyTheMigrationKnowsTheOwner(Rendered rendered) {
        for (var deployment : rendered.all(Deployment.class)) {
            var env = env(
                    deployment.getSpec().getTemplate().getSpec().getContainers().getFirst());
            assertFalse(env.containsKey("MOTCUA_DATABASE_OWNER"));
            assertFalse(env.containsKey("MOTCUA_DATABASE_OWNER_PASSWORD"));
            assertEquals("check", env.get("MOTCUA_MIGRATION"));
        }
        var migration = env(rendered.one(Job.class, "motcua-migration")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst());
        assertEquals("motcua-db-owner/password", migration.get("MOTCUA_DATABASE_OWNER_PASSWORD"));
        assertEquals("true", migration.get("QUARKUS_FLYWAY_MIGRATE_AT_START"));
        assertEquals("true", migration.get("QUARKUS_INIT_AND_EXIT"));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void rolesCoverTheWholeService(Rendered rendered) {
        var roles = new TreeMap<String, String>();
        for (var deployment : rendered.all(Deployment.class)) {
            var container =
                    deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
            roles.put(deployment.getMetadata().getName(), env(container).get("MOTCUA_ROLE"));
            assertEquals(
                    "/q/health/started",
                    container.getStartupProbe().getHttpGet().getPath());
            assertEquals(
                    "/q/health/live", container.getLivenessProbe().getHttpGet().getPath());
            assertEquals(
                    "/q/health/ready",
                    container.getReadinessProbe().getHttpGet().getPath());
        }
        var apart = Map.of("motcua-api", "api", "motcua-dispatcher", "dispatcher");
        assertEquals(roles.size() == 2 ? apart : Map.of("motcua-api", "all"), roles);
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void selectorsFindTheirOwnPodsOnly(Rendered rendered) {
        for (var deployment : rendered.all(Deployment.class)) {
            assertEquals(
                    List.of(deployment.getMetadata().getName()),
                    rendered.selectedBy(deployment.getSpec().getSelector().getMatchLabels()));
            for (var spread : deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints()) {
                assertEquals(
                        List.of(deployment.getMetadata().getName()),
                        rendered.selectedBy(spread.getLabelSelector().getMatchLabels()));
            }
        }
        for (var service : rendered.all(Service.class)) {
            assertEquals(
                    List.of(service.getMetadata().getName()),
                    rendered.selectedBy(service.getSpec().getSelector()));
        }
        for (var budget : rendered.all(PodDisruptionBudget.class)) {
            assertEquals(
                    List.of(budget.getMetadata().getName()),
                    rendered.selectedBy(budget.getSpec().getSelector().getMatchLabels()));
        }
        for (var scaler : rendered.all(HorizontalPodAutoscaler.class)) {
            var scaled = rendered.one(
                    Deployment.class, scaler.getSpec().getScaleTargetRef().getName());
            assertNull(scaled.getSpec().getReplicas(), "the autoscaler owns the number");
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void metricsAreScrapedFromEveryDeployment(Rendered rendered) {
        for (var custom : rendered.all(GenericKubernetesResource.class)) {
            if (custom.getKind().equals("ServiceMonitor")) {
                Map<String, String> selector = custom.get("spec", "selector", "matchLabels");
                var scraped = rendered.all(Service.class).stream()
                        .filter(s -> s.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                        .toList();
                assertEquals(rendered.all(Deployment.class).size(), scraped.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void everyPodIsCutOffAndOpenedByNameOnly(Rendered rendered) {
        var deny = rendered.one(NetworkPolicy.class, "motcua-deny").getSpec();
        assertEquals(
                rendered.pods().size(),
                rendered.selectedBy(deny.getPodSelector().getMatchLabels()).size());
        assertThat(deny.getIngress(), is(empty()));
        assertThat(deny.getEgress(), is(empty()));
        for (var pod : rendered.pods()) {
            var policy = rendered.one(NetworkPolicy.class, pod.getKey()).getSpec();
            assertEquals(List.of("Ingress", "Egress"), policy.getPolicyTypes());
            assertTrue(
                    policy.getIngress().stream()
                            .noneMatch(rule -> rule.getFrom().isEmpty()),
                    pod.getKey());
            boolean delivers = pod.getValue().getSpec().getVolumes().stream()
                    .anyMatch(volume -> volume.getName().equals("fcm"));
            boolean reachesFcm = policy.getEgress().stream().anyMatch(ChartRulesTest::isFcm);
            assertEquals(delivers, reachesFcm, pod.getKey());
        }
    }

    private static boolean isFcm(NetworkPolicyEgressRule rule) {
        return rule.getTo().stream()
                .anyMatch(to ->
                        to.getIpBlock() != null && to.getIpBlock().getCidr().equals("0.0.0.0/0"));
    }

    /** Plain values, and references as {@code secret/key}. */
    private static Map<String, String> env(Container container) {
        return container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, variable -> {
            if (variable.getValueFrom() == null) {
                return variable.getValue();
            }
            var reference = variable.getValueFrom().getSecretKeyRef();
            return reference.getName() + "/" + reference.getKey();
        }));
    }
}
