package vn.motcua.announcement;

import java.time.OffsetDateTime;

/** A procedure that somebody follows; the name is the code when it is not in force any more. */
public record FollowedProcedure(String code, String name, boolean inForce, OffsetDateTime since) {}
