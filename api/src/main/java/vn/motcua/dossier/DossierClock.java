package vn.motcua.dossier;

/** The clock of a dossier as people see it. */
public record DossierClock(ClockState state, Integer workingDaysLeft, boolean overdue) {}
