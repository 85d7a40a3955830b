package vn.motcua.dossier;

/** What the time limit of a dossier does now. */
public enum ClockState {
    NOT_STARTED,
    RUNNING,
    PAUSED,
    ENDED
}
