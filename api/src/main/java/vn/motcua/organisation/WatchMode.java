package vn.motcua.organisation;

/** What an upload does to the watch-list. */
enum WatchMode {
    /** The codes of the file come on the list. */
    ADD,
    /** The list becomes what the file says; what is on it already needs no secret again. */
    REPLACE,
    /** The codes of the file come off the list. */
    REMOVE
}
