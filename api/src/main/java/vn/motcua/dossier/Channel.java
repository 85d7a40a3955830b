package vn.motcua.dossier;

/** How a dossier came in. */
public enum Channel {
    DIRECT,
    ONLINE,
    POSTAL
}
