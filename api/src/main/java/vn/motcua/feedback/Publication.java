package vn.motcua.feedback;

import java.time.OffsetDateTime;

/** The words that an officer approved for everybody. */
record Publication(String title, String text, String answer, OffsetDateTime at) {}
