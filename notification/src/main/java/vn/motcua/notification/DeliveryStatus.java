package vn.motcua.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * How well pushes are delivered, for everybody to see.
 *
 * @param waiting pushes that are not sent yet, those held back by quiet hours included
 * @param oldestUnsentSeconds age of the oldest push that should have been sent
 * @param days the last 31 days, newest first; a day on which nobody was told is left out
 */
public record DeliveryStatus(long waiting, long oldestUnsentSeconds, List<Day> days) {
    /**
     * The pushes that people were told of on one day.
     *
     * @param accepted queued for a phone
     * @param sent taken by FCM
     * @param received reported by phones as arrived; not every phone reports
     * @param opened reported by phones as opened
     * @param handledWithinTenSeconds share of those that no quiet hours held back; absent when there are none
     * @param oldestUnsentSeconds the oldest that a push got on this day before it was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Day(
            LocalDate day,
            long accepted,
            long sent,
            long received,
            long opened,
            Double handledWithinTenSeconds,
            long oldestUnsentSeconds) {}

    public DeliveryStatus {
        days = List.copyOf(days);
    }
}
