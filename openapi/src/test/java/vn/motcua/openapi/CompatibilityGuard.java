package vn.motcua.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * Finds changes of the contract that break a client made for the last released one. openapi-diff is asked first; it does
 * not see narrowed patterns and numbers, a property that answers no longer promise, and a query parameter that is gone (here an
 * unknown one is refused), so these are looked at by hand.
 */
final class CompatibilityGuard {
    private CompatibilityGuard() {}

    /** One readable entry for each break; empty when old clients keep working. */
    static List<String> breaks(String released, String current) {
        var found = new ArrayList<>(byHand(Shape.of(released), Shape.of(current)));
        found.addAll(byOpenApiDiff(released, current));
        return found;
    }

    static List<String> byOpenApiDiff(String released, String current) {
        Logger.getLogger("org.openapitools").setLevel(Level.WARNING);
        var diff = OpenApiCompare.fromContents(withoutProblemTypes(released), withoutProblemTypes(current));
        if (diff.isCompatible()) {
            return List.of();
        }
        var text = new ByteArrayOutputStream();
        new ConsoleRender().render(diff, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return List.of("openapi-diff: " + text.toString(StandardCharsets.UTF_8));
    }

    /** The list of problems may grow: a client that does not know a type goes by its status, as the contract says. */
    private static String withoutProblemTypes(String contract) {
        return contract.replaceAll("(?m)^ +enum:\\R(?: +- /problems/[a-z-]+\\R)+", "");
    }

    static List<String> byHand(
            SortedMap<String, SortedMap<String, Shape.Place>> released,
            SortedMap<String, SortedMap<String, Shape.Place>> current) {
        var found = new ArrayList<String>();
        released.forEach((operation, places) -> {
            var now = current.get(operation);
            if (now == null) {
                found.add(operation + ": removed");
                return;
            }
            var all = new TreeSet<>(places.keySet());
            all.addAll(now.keySet());
            all.forEach(place -> {
                var fault = place.startsWith("answer")
                        ? ofAnswer(places.get(place), now.get(place))
                        : ofInput(places.get(place), now.get(place));
                if (fault != null) {
                    found.add(operation + ": " + place + ": " + fault);
                }
            });
        });
        return found;
    }

    /** What was promised must still come. */
    private static String ofAnswer(Shape.Place before, Shape.Place now) {
        if (before == null) {
            return null;
        }
        if (now == null) {
            return "removed";
        }
        if (!before.type().equals(now.type())) {
            return "was " + before.type() + ", is " + now.type();
        }
        return before.required() && !now.required() ? "was promised, is optional" : null;
    }

    /** What was accepted must still be accepted. */
    private static String ofInput(Shape.Place before, Shape.Place now) {
        if (before == null) {
            return now.required() ? "new and required" : null;
        }
        if (now == null) {
            return "removed (a name that the contract does not know is refused)";
        }
        if (now.required() && !before.required()) {
            return "was optional, is required";
        }
        if (!accepts(now.type(), before.type())) {
            return "was " + before.type() + ", is " + now.type();
        }
        return before.schema() == null || now.schema() == null ? null : narrowed(before.schema(), now.schema());
    }

    private static boolean accepts(String now, String before) {
        if (now.equals(before) || now.equals("any") || (now.equals("number") && before.equals("integer"))) {
            return true;
        }
        var values = "one of ";
        return now.startsWith(values)
                && before.startsWith(values)
                && List.of(now.substring(values.length()).split("\\|"))
                        .containsAll(List.of(before.substring(values.length()).split("\\|")));
    }

    private static String narrowed(Schema<?> before, Schema<?> now) {
        if (!Objects.equals(before.getPattern(), now.getPattern()) && now.getPattern() != null) {
            return "pattern was " + before.getPattern() + ", is " + now.getPattern();
        }
        boolean narrower = rises(before, now, Schema::getMinLength)
                || rises(before, now, Schema::getMinimum)
                || rises(before, now, Schema::getMinItems)
                || falls(before, now, Schema::getMaxLength)
                || falls(before, now, Schema::getMaximum)
                || falls(before, now, Schema::getMaxItems);
        return narrower ? "its limits are narrower" : null;
    }

    private static boolean rises(Schema<?> before, Schema<?> now, Function<Schema<?>, ? extends Number> limit) {
        return compare(limit.apply(before), limit.apply(now)) < 0;
    }

    private static boolean falls(Schema<?> before, Schema<?> now, Function<Schema<?>, ? extends Number> limit) {
        return limit.apply(now) != null
                && (limit.apply(before) == null || compare(limit.apply(now), limit.apply(before)) < 0);
    }

    /** No limit is below every limit. */
    private static int compare(Number one, Number other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return decimal(one).compareTo(decimal(other));
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
