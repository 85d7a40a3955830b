package vn.motcua.satisfaction;

/** By which attribute scores are split. AGENCY means the units directly below the selected agency. */
public enum ScoreGrouping {
    AGENCY,
    FIELD,
    MONTH,
    OUTCOME,
    CHANNEL
}
