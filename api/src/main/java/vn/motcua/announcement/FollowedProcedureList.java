package vn.motcua.announcement;

import java.util.List;

/** All that a person follows; one page only. */
public record FollowedProcedureList(List<FollowedProcedure> items) {
    public FollowedProcedureList {
        items = List.copyOf(items);
    }
}
