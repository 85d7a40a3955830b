package vn.motcua.dossier;

/**
 * How far open dossiers follow the published working time.
 *
 * @param revision of the working time in force
 * @param open dossiers whose clock runs or is paused
 * @param behind those of them that still have dates counted with an earlier revision
 */
record DeadlineProgress(long revision, long open, long behind) {}
