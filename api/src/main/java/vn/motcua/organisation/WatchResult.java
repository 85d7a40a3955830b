package vn.motcua.organisation;

/** What became of one line of an upload. */
enum WatchResult {
    WATCHED,
    ALREADY_WATCHED,
    /** No such dossier, or neither the firm's own nor proven: which of them is told to nobody. */
    NOT_FOUND,
    /** The line cannot be read, or the code cannot be one. */
    MALFORMED,
    /** There are as many codes on the list as it may have. */
    LIST_FULL,
    /** Too many wrong secrets today, by this firm or for this code, whether or not it exists. */
    TRY_LATER,
    REMOVED,
    NOT_WATCHED
}
