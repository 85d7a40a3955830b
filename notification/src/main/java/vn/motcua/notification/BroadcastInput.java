package vn.motcua.notification;

import java.time.OffsetDateTime;
import vn.motcua.openapi.Text;

/**
 * An announcement to send.
 *
 * @param title one line, at most 120 characters in each language
 * @param body at most 2,000 characters in each language
 * @param startAt when the first people are told; absent: as soon as it is planned
 * @param hours in which hours of the day people are told; absent: 08:00 to 20:00
 * @param spreadMinutes over how many minutes of these hours it is spread; absent: as fast as is allowed
 * @param downtime the pause of service that it tells of
 */
public record BroadcastInput(
        Audience audience,
        Text title,
        Text body,
        OffsetDateTime startAt,
        Hours hours,
        Integer spreadMinutes,
        Downtime downtime) {
    /**
     * Who is told.
     *
     * @param code of the province or the procedure; absent for all
     */
    public record Audience(Kind kind, String code) {
        /** Everybody with a device or an inbox, the people of a province, or those who follow a procedure. */
        public enum Kind {
            ALL,
            PROVINCE,
            FOLLOWERS
        }
    }

    /** Times like 08:00, Vietnam's. */
    public record Hours(String from, String to) {}

    /** A planned pause of service. */
    public record Downtime(OffsetDateTime from, OffsetDateTime until) {}
}
