package vn.motcua.calendar;

import java.util.List;

/** Publications, newest first, at most a hundred. */
record CalendarRevisionList(List<CalendarRevision> items) {
    CalendarRevisionList {
        items = List.copyOf(items);
    }
}
