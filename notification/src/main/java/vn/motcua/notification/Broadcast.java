package vn.motcua.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An announcement and how far it is.
 *
 * @param kind ANNOUNCEMENT, or PROCEDURE_CHANGED where a release made it by itself
 * @param words what people read, and what a lock screen shows
 * @param hours in which it goes out
 * @param nextSliceAt when more people are told; absent when it is paused or at its end
 * @param createdBy identifier of the account that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Broadcast(
        UUID id,
        Notice.Kind kind,
        BroadcastInput.Audience audience,
        State state,
        TemplatePreview words,
        OffsetDateTime startAt,
        BroadcastInput.Hours hours,
        Progress progress,
        OffsetDateTime nextSliceAt,
        String createdBy,
        OffsetDateTime createdAt,
        OffsetDateTime endedAt) {
    /** Where it stands. */
    public enum State {
        /** Its people are being gathered. */
        PLANNING,
        /** They are, and its time has not come. */
        SCHEDULED,
        RUNNING,
        PAUSED,
        /** Ended on somebody's word before all were told. */
        STOPPED,
        DONE
    }

    /**
     * How far it is.
     *
     * @param recipients people who are to be told; 0 while planning
     * @param slices in how many steps
     * @param released steps taken
     * @param told people whose inbox has it
     * @param queued pushes that were written for their phones
     * @param waiting of these, how many are still to be sent
     */
    public record Progress(int recipients, int slices, int released, int told, int queued, int waiting) {}
}
