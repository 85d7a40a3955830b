package vn.motcua.notification;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** A house with provinces H00 to H99, procedures that begin with 9 and no days off but weekends. */
@Singleton
class TestSurroundings implements BroadcastSurroundings {
    @Override
    public boolean isProvince(String agencyCode) {
        return agencyCode.matches("H\\d\\d");
    }

    @Override
    public Optional<String> procedure(String code) {
        return Optional.of(code).filter(known -> known.startsWith("9."));
    }

    @Override
    public Optional<LocalDate> workingDaysBefore(LocalDate date, int days) {
        var day = date;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                left--;
            }
        }
        return Optional.of(day);
    }

    @Override
    public String author() {
        return "account-of-the-test";
    }
}
