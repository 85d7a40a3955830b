package vn.motcua.catalogue;

/** The parts that a procedure must state (NĐ 63/2010/NĐ-CP art. 8 cl. 2 a to g). */
enum MandatoryPart {
    NAME,
    STEPS,
    METHODS,
    COMPONENTS,
    TIME_LIMIT,
    SUBJECTS,
    AGENCIES
}
