package vn.motcua.agency;

/** Where an agency stands. */
enum AgencyLevel {
    MINISTRY,
    PROVINCE,
    DEPARTMENT,
    COMMUNE,
    OTHER
}
