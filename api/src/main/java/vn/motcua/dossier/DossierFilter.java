package vn.motcua.dossier;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.motcua.openapi.ProblemException;

/**
 * Which of one's own dossiers to list.
 *
 * @param states all when empty
 * @param open still running (true), ended (false), or both (null)
 * @param overdue past its due date now, or ended after it; as in {@link FirmFilter}
 */
record DossierFilter(Set<DossierStatus> states, Boolean open, Boolean overdue) {
    static final DossierFilter ALL = new DossierFilter(Set.of(), null, null);

    DossierFilter {
        states = Set.copyOf(states);
    }

    static DossierFilter of(List<String> states, String open, String overdue) {
        var asked = EnumSet.noneOf(DossierStatus.class);
        for (var state : states == null ? List.<String>of() : states) {
            asked.add(DossierStatus.parse(state)
                    .orElseThrow(() -> ProblemException.invalid(
                            "state",
                            "Không có trạng thái này. Các trạng thái: " + names() + ".",
                            "No such state. The states: " + names() + ".")));
        }
        return new DossierFilter(asked, flag("open", open), flag("overdue", overdue));
    }

    /** The numbers of the states, null for all. */
    Integer[] numbers() {
        return states.isEmpty()
                ? null
                : states.stream().map(DossierStatus::number).toArray(Integer[]::new);
    }

    private static Boolean flag(String name, String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(name, "Chỉ nhận true hoặc false.", "Only true or false.");
        };
    }

    private static String names() {
        return String.join(
                ", ", Arrays.stream(DossierStatus.values()).map(Enum::name).toList());
    }
}
