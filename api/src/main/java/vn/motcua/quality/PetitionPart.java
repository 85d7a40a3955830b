package vn.motcua.quality;

/** Which feedback of a period: numerators and denominators of the metrics about feedback, and what is missing from them. */
public enum PetitionPart {
    ALL,
    /** Of metric 5.2. */
    ON_TIME,
    LATE,
    /** Of metric 5.3. */
    SATISFIED,
    UNSATISFIED,
    /** Of metrics 5.1. */
    CONDUCT,
    REGULATION
}
