package vn.motcua.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Holds what the code says (the OpenAPI document that SmallRye derives from it) against the committed contract, in both
 * directions. It compares what code can know, with these tolerances:
 * <ul>
 *   <li>only paths under {@code /v1} are contract; pages and machinery lie outside;
 *   <li>a parameter's text format (date, uuid, pattern) is the contract's: code may take text and judge it itself;
 *   <li>{@code required} of a parameter is a difference only when the code demands more; what the contract demands and the
 *       code checks by hand is proven by the bad-input suite; {@code required} of properties is the contract's alone;
 *   <li>uuid is text, 32 and 64 bit integers are one type, enums compare without case;
 *   <li>a request body taken as text, stream or tree is parsed by the operation itself: only its media types compare;
 *   <li>a body that is not JSON compares by media type only;
 *   <li>success answers compare by body, not by number: 200 or 201 is decided at run time;
 *   <li>request headers of HTTP itself ({@code If-None-Match}, {@code Accept}, ...) belong to the conventions, not to one
 *       operation;
 *   <li>descriptions, examples, limits, problem answers and security are the contract's alone.
 * </ul>
 * An operation whose answer the code does not type ({@code Response}) is a difference.
 */
public final class ContractComparison {
    private static final Set<String> HTTP_HEADERS =
            Set.of("if-none-match", "if-match", "accept", "accept-language", "content-type", "authorization");

    private ContractComparison() {}

    /** One readable line for each difference; empty when code and contract say the same. */
    public static List<String> differences(String contract, String code) {
        return differences(Shape.of(contract), Shape.of(code));
    }

    private static List<String> differences(
            SortedMap<String, SortedMap<String, Shape.Place>> contract,
            SortedMap<String, SortedMap<String, Shape.Place>> code) {
        var found = new ArrayList<String>();
        for (var operation : union(contract, code)) {
            if (!operation.contains(" /v1/")) {
                continue;
            }
            if (!code.containsKey(operation)) {
                found.add(operation + ": in the contract, not in the code");
            } else if (!contract.containsKey(operation)) {
                found.add(operation + ": in the code, not in the contract");
            } else {
                compare(operation, contract.get(operation), code.get(operation), found);
            }
        }
        return found;
    }

    private static void compare(
            String operation,
            Map<String, Shape.Place> contract,
            Map<String, Shape.Place> code,
            List<String> found) {
        var settled = new ArrayList<String>();
        for (var place : union(contract, code)) {
            if (isHttpHeader(place) || settled.stream().anyMatch(s -> isBelow(place, s))) {
                continue;
            }
            var promised = contract.get(place);
            var written = code.get(place);
            if (place.startsWith("request") && promised != null && written != null && written.isFree()) {
                settled.add(place);
            } else if (promised == null || written == null || !sameType(place, promised, written)) {
                settled.add(place);
                found.add("%s: %s: contract %s, code %s"
                        .formatted(operation, place.strip(), type(promised), type(written)));
            } else if (place.startsWith("parameter") && written.required() && !promised.required()) {
                found.add("%s: %s: contract optional, code required".formatted(operation, place));
            }
        }
    }

    private static boolean sameType(String place, Shape.Place promised, Shape.Place written) {
        var contract = promised.type().toLowerCase(Locale.ROOT);
        var code = written.type().toLowerCase(Locale.ROOT);
        return place.startsWith("parameter") ? text(contract).equals(text(code)) : contract.equals(code);
    }

    private static String text(String type) {
        return type.startsWith("date") ? "string" : type;
    }

    private static String type(Shape.Place place) {
        return place == null ? "nothing" : place.type();
    }

    private static boolean isBelow(String place, String above) {
        return place.length() > above.length()
                && place.startsWith(above)
                && (above.endsWith(" ") || ".[{".indexOf(place.charAt(above.length())) >= 0);
    }

    private static boolean isHttpHeader(String place) {
        return place.endsWith("(header)")
                && HTTP_HEADERS.contains(place.replaceAll("^parameter (.*) \\(header\\)$", "$1")
                        .toLowerCase(Locale.ROOT));
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        var all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}
