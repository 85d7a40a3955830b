package vn.motcua.organisation;

/** What a delegate may do for an organisation. Managing delegates stays with the organisation itself. */
enum Scope {
    /** See dossiers, the watch-list and the feed. */
    READ,
    /** Change the watch-list. */
    WATCHLIST,
    /** Manage webhooks. */
    WEBHOOKS
}
