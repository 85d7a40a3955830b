package vn.motcua.dossier;

/** How many open dossiers have this value. */
record QueueCount(String value, String label, long count) {}
