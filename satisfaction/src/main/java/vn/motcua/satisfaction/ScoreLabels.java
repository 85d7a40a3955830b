package vn.motcua.satisfaction;

/** Names for the groups of a score. The service implements it with its agencies and fields. */
public interface ScoreLabels {
    /** The agency's name, or its code when unknown. */
    String agency(String code);

    /** The field's name, or its code when unknown. */
    String field(String code);

    /** The procedure's name, or its code when unknown. */
    default String procedure(String code) {
        return code;
    }
}
