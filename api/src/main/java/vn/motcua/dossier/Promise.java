package vn.motcua.dossier;

import java.time.OffsetDateTime;

/**
 * A date that the agency gave for the result.
 *
 * @param at when it was given
 */
record Promise(OffsetDateTime at, OffsetDateTime dueAt) {}
