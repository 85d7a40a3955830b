package vn.motcua.dossier;

import vn.motcua.openapi.Problem;

/** An event that was not taken, and what is wrong with it. */
record RejectedEvent(int index, String eventId, Problem problem) {}
