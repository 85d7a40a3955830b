package vn.motcua.catalogue;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A procedure in JSON-LD, in the words of two vocabularies at once: schema.org for search engines, CPSV-AP (the European
 * profile of public services) for catalogues of administrations. Only what was published is stated.
 */
final class LinkedData {
    static final String MEDIA_TYPE = "application/ld+json";

    private static final Map<String, String> PREFIXES = Map.of(
            "cpsv", "http://purl.org/vocab/cpsv#",
            "cv", "http://data.europa.eu/m8g/",
            "dct", "http://purl.org/dc/terms/",
            "dcat", "http://www.w3.org/ns/dcat#",
            "eli", "http://data.europa.eu/eli/ontology#");

    private final SiteConfig site;

    LinkedData(SiteConfig site) {
        this.site = site;
    }

    Map<String, Object> of(Procedure procedure) {
        var page = site.page(procedure.code());
        var node = new Node()
                .put("@context", List.of("https://schema.org", new TreeMap<>(PREFIXES)))
                .put("@id", page)
                .put("@type", List.of("GovernmentService", "cpsv:PublicService"))
                .put("url", page)
                .put("identifier", procedure.code())
                .put("dct:identifier", procedure.code())
                .put("name", titles(procedure))
                .put("dct:title", titles(procedure))
                .put("description", descriptions(procedure))
                .put("dct:description", descriptions(procedure))
                .put("serviceType", procedure.field().name())
                .put("cv:sector", procedure.field().name())
                .put("areaServed", Map.of("@type", "Country", "name", "Việt Nam", "identifier", "VN"))
                .put("provider", organisations(procedure, Procedure.AgencyRole.Role.EXECUTING))
                .put("cv:hasCompetentAuthority", authority(procedure.publishingAuthority()))
                .put(
                        "audience",
                        procedure.subjects().stream().map(LinkedData::audience).toList())
                .put("keywords", procedure.keywords())
                .put("dcat:keyword", procedure.keywords())
                .put(
                        "availableChannel",
                        procedure.methods().stream()
                                .map(method -> channel(method, page))
                                .distinct()
                                .toList())
                .put("cpsv:hasInput", papers(procedure))
                .put(
                        "serviceOutput",
                        procedure.results().stream()
                                .map(result -> named("Thing", result.name()))
                                .toList())
                .put(
                        "cpsv:produces",
                        procedure.results().stream()
                                .map(result -> titled("cv:Output", result.name()))
                                .toList())
                .put("cpsv:follows", rule(procedure.steps()))
                .put("offers", fees(procedure).map(LinkedData::offer).toList())
                .put("cv:hasCost", fees(procedure).map(LinkedData::cost).toList())
                .put(
                        "cv:hasLegalResource",
                        procedure.legalBasis().stream().map(LinkedData::law).toList())
                .put(
                        "isRelatedTo",
                        procedure.related().stream()
                                .map(code -> Map.of("@id", site.page(code)))
                                .toList());
        return node.members;
    }

    /** A JSON object that leaves out what is absent or empty. */
    private static final class Node {
        private final Map<String, Object> members = new LinkedHashMap<>();

        Node put(String name, Object value) {
            boolean empty = value == null
                    || (value instanceof List<?> list && list.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
            if (!empty) {
                members.put(name, value);
            }
            return this;
        }
    }

    private static List<Object> titles(Procedure procedure) {
        return inLanguages(procedure.name(), procedure.nameEn());
    }

    private static List<Object> descriptions(Procedure procedure) {
        var summary = procedure.summary();
        return summary == null ? List.of() : inLanguages(summary.vi(), summary.en());
    }

    private static List<Object> inLanguages(String vi, String en) {
        var texts = new ArrayList<>();
        if (vi != null) {
            texts.add(Map.of("@language", "vi", "@value", vi));
        }
        if (en != null) {
            texts.add(Map.of("@language", "en", "@value", en));
        }
        return texts;
    }

    private static List<Object> organisations(Procedure procedure, Procedure.AgencyRole.Role role) {
        return procedure.agencies().stream()
                .filter(agency -> agency.role() == role)
                .map(agency -> authority(new AgencyRef(agency.code(), agency.name())))
                .toList();
    }

    private static Object authority(AgencyRef agency) {
        return agency == null
                ? null
                : new Node()
                        .put("@type", "GovernmentOrganization")
                        .put("identifier", agency.code())
                        .put("name", agency.name())
                        .members;
    }

    private static Object audience(Subject subject) {
        return new Node()
                .put("@type", "Audience")
                .put("audienceType", subject.label().vi())
                .members;
    }

    private static Object channel(Procedure.Method method, String page) {
        return new Node()
                .put("@type", List.of("ServiceChannel", "cv:Channel"))
                .put("name", method.channel().name())
                .put("serviceUrl", method.channel() == Channel.ONLINE ? page : null)
                .put("processingTime", duration(method.timeLimit()))
                .put("cv:processingTime", duration(method.timeLimit()))
                .members;
    }

    /** Working days are no duration of ISO 8601, and words are none either: they are left out rather than bent. */
    private static String duration(TimeLimit limit) {
        if (limit == null
                || limit.value() == null
                || limit.value().stripTrailingZeros().scale() > 0) {
            return null;
        }
        int value = limit.value().intValue();
        return switch (limit.unit()) {
            case HOUR -> Duration.ofHours(value).toString();
            case DAY -> Period.ofDays(value).toString();
            case MONTH -> Period.ofMonths(value).toString();
            case YEAR -> Period.ofYears(value).toString();
            case WORKING_DAY, OTHER -> null;
        };
    }

    private static List<Object> papers(Procedure procedure) {
        return procedure.components().stream()
                .flatMap(group -> group.items().stream())
                .map(paper -> titled("cv:Evidence", paper.name()))
                .distinct()
                .toList();
    }

    private static Object rule(List<String> steps) {
        return steps.isEmpty()
                ? null
                : new Node().put("@type", "cpsv:Rule").put("dct:description", String.join("\n", steps)).members;
    }

    /** An amount with words beside it is not the whole truth: only the words are given then. */
    private static Stream<Fee> fees(Procedure procedure) {
        return procedure.methods().stream()
                .flatMap(method -> method.fees().stream())
                .filter(fee -> fee.amount() != null || fee.text() != null)
                .distinct();
    }

    private static Object offer(Fee fee) {
        boolean exact = fee.text() == null;
        return new Node()
                .put("@type", "Offer")
                .put("price", exact ? fee.amount() : null)
                .put("priceCurrency", exact ? Objects.requireNonNullElse(fee.currency(), "VND") : null)
                .put("description", fee.text())
                .members;
    }

    private static Object cost(Fee fee) {
        boolean exact = fee.text() == null;
        return new Node()
                .put("@type", "cv:Cost")
                .put("cv:value", exact ? fee.amount() : null)
                .put("cv:currency", exact ? Objects.requireNonNullElse(fee.currency(), "VND") : null)
                .put("dct:description", fee.text())
                .members;
    }

    private static Object law(Procedure.LegalBasis basis) {
        return new Node()
                .put("@type", "eli:LegalResource")
                .put("eli:id_local", basis.number())
                .put("dct:title", basis.name())
                .members;
    }

    private static Object named(String type, String name) {
        return new Node().put("@type", type).put("name", name).members;
    }

    private static Object titled(String type, String title) {
        return new Node().put("@type", type).put("dct:title", title).members;
    }
}
