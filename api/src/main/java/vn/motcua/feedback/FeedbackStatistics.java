package vn.motcua.feedback;

/**
 * Figures of an agency and its units for a period.
 *
 * @param total cases in the period
 * @param onTime those without a late step and not overdue
 * @param satisfied those that were in time, not disliked, not repeated
 */
record FeedbackStatistics(
        UnitRef agency, FeedbackFigures feedback, long total, long onTime, long satisfied, RepairFigures repair) {}
