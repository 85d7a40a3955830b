package vn.motcua.catalogue;

/** How a dossier may be handed in. */
public enum Channel {
    DIRECT,
    ONLINE,
    POSTAL
}
