package vn.motcua.satisfaction;

/** By which attribute scores are split. AGENCY means the units directly below the selected agency, VERSION of the questionnaire. */
public enum ScoreGrouping {
    AGENCY,
    FIELD,
    MONTH,
    OUTCOME,
    CHANNEL,
    PROCEDURE,
    VERSION
}
