package vn.motcua.calendar;

import vn.motcua.openapi.ProblemException;

/** Boolean query parameters. A slip in one is told: who asked for a dry run in other words must not publish. */
final class Flags {
    private Flags() {}

    static boolean flag(String name, String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(name, "Chỉ nhận true hoặc false.", "Only true or false.");
        };
    }
}
