package vn.motcua.feedback;

import jakarta.inject.Singleton;
import vn.motcua.calendar.Calendars;

/** The rules of handling with the limits and the calendar in force. */
@Singleton
class Handlings {
    private final FeedbackRules rules;
    private final Calendars calendars;
    private final FeedbackConfig config;

    Handlings(FeedbackRules rules, Calendars calendars, FeedbackConfig config) {
        this.rules = rules;
        this.calendars = calendars;
        this.config = config;
    }

    /** Ask again for each piece of work. */
    Handling now() {
        return new Handling(rules.limits(), calendars.time(), config.reopenings(), config.reopenWithin());
    }
}
