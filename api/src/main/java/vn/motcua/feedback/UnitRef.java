package vn.motcua.feedback;

/** A unit with its name. */
record UnitRef(String code, String name) {}
