package vn.motcua.agency;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;

/**
 * Both lists as they were read from the database at one moment; never changed, only replaced.
 *
 * @param version the same for the same content on every replica
 */
record AgencyLists(
        Map<String, String> names,
        Map<String, AgencyLevel> levels,
        Map<String, List<Agency>> agenciesByParent,
        Map<String, List<AdministrativeUnit>> unitsByParent,
        String version) {
    /** Stands for "no parent": the first level. */
    static final String TOP = "";

    static final AgencyLists EMPTY = of(Map.of(), List.of(), List.of());

    /**
     * @param names of all codes, closed ones too
     * @param agencies in use today
     */
    static AgencyLists of(Map<String, String> names, List<Agency> agencies, List<AdministrativeUnit> units) {
        var sortedAgencies = agencies.stream().sorted(comparing(Agency::code)).toList();
        var sortedUnits =
                units.stream().sorted(comparing(AdministrativeUnit::code)).toList();
        var content = sortedAgencies.toString() + sortedUnits;
        return new AgencyLists(
                Map.copyOf(names),
                agencies.stream().collect(toUnmodifiableMap(Agency::code, Agency::level, (one, same) -> one)),
                byParent(sortedAgencies, Agency::parent),
                byParent(sortedUnits, AdministrativeUnit::parent),
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString());
    }

    Page<Agency> agencies(String parent, int limit, String after) {
        return page(agenciesByParent, parent, limit, after, Agency::code);
    }

    Page<AdministrativeUnit> units(String parent, int limit, String after) {
        return page(unitsByParent, parent, limit, after, AdministrativeUnit::code);
    }

    private static <T> Page<T> page(
            Map<String, List<T>> byParent, String parent, int limit, String after, Function<T, String> code) {
        var rows = byParent.getOrDefault(parent, List.of()).stream()
                .filter(row -> code.apply(row).compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, row -> Cursor.of(code.apply(row)));
    }

    private static <T> Map<String, List<T>> byParent(List<T> sorted, Function<T, String> parent) {
        return Map.copyOf(sorted.stream()
                .collect(groupingBy(row -> parent.apply(row) == null ? TOP : parent.apply(row), toUnmodifiableList())));
    }
}
