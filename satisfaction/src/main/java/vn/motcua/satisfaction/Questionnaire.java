package vn.motcua.satisfaction;

import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Text;

/**
 * A version of a questionnaire. Once published it never changes: what was asked must be known for ever.
 *
 * @param items in the order in which they are asked; the last word on the whole is the one item of factor OVERALL
 */
record Questionnaire(String code, int version, State state, Text title, List<Item> items) {
    /** From left to right, never back. */
    enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /**
     * One question.
     *
     * @param code key of the answer, unique within the version; the short form uses the names of the factors
     */
    record Item(String code, Factor factor, Text text) {}

    Questionnaire {
        items = List.copyOf(items);
    }

    Optional<Item> item(String itemCode) {
        return items.stream().filter(item -> item.code().equals(itemCode)).findFirst();
    }

    /** Place of the overall question, whose answer every rating has. */
    int overall() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).factor() == Factor.OVERALL) {
                return i;
            }
        }
        throw new IllegalStateException("a questionnaire without its overall question");
    }

    String overallCode() {
        return items.get(overall()).code();
    }
}
