package vn.motcua.satisfaction;

/** How long somebody took from opening the questionnaire to answering it. Nothing finer is ever written down. */
enum Pace {
    /** In less time than it takes to read the questions. */
    FAST,
    USUAL,
    /** Opened on another replica, long before, or with a blind ticket. */
    UNKNOWN
}
