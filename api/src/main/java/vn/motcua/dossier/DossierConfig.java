package vn.motcua.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.calendar.OfficeHours;

/** Rules of the dossier feature that an installation may set. */
@ConfigMapping(prefix = "motcua.dossier")
public interface DossierConfig {
    /** Older news is kept but wakes nobody: a replay of last year must not ring a million phones. */
    @WithDefault("7d")
    Duration notifyWithin();

    /**
     * News of a legal deadline that ends within so many working days is urgent: it goes first and does not wait for the end
     * of quiet hours.
     */
    @WithDefault("1")
    int urgentWithinDays();

    Office office();

    Partitions partitions();

    /**
     * What may follow a state, by state ({@code motcua.dossier.moves.RECEIVED=IN_PROGRESS,RESULT_READY}); a state that is not
     * named keeps the table derived from the forms of TT 03/2025. Moves outside are flagged, never refused.
     */
    Map<DossierStatus, Set<DossierStatus>> moves();

    /**
     * Which sending systems have the last word on a stage, the first one first
     * ({@code motcua.dossier.authority.RESULT=ministry-system,province-system}). Without a list all systems are heard alike.
     */
    Map<Stage, List<String>> authority();

    default FoldRules foldRules() {
        return new FoldRules(moves(), authority());
    }

    NationalSync nationalSync();

    /** The national synchronisation shape. */
    interface NationalSync {
        /** How systems number kinds of applicants (LoaiDoiTuong). */
        @WithDefault("NATIONAL_PORTAL")
        ApplicantCoding coding();

        /** The same for one sending system, by its client id. */
        Map<String, ApplicantCoding> codings();
    }

    /** Partitions of the events by month. */
    interface Partitions {
        /** How many months after this one have their partition ready. */
        @WithDefault("3")
        int monthsAhead();

        /** How often that is looked after. */
        @WithDefault("6h")
        Duration every();
    }

    Limits limits();

    Watch watch();

    /** How published limits and dates of the agency are read where the sources leave it open. */
    interface Limits {
        /** What a published limit in plain hours (giờ) counts: WORKING_HOUR, office hours; HOUR, by the clock. */
        @WithDefault("WORKING_HOUR")
        Deadline.Unit publishedHours();

        /** How many days before the date an agency must write that it puts the date off (form 04). */
        @WithDefault("1")
        int extensionNoticeDays();
    }

    /** When people and agencies are told that a date comes near or has passed. */
    interface Watch {
        /** Whether this replica watches; by default all do that may deliver. */
        @WithDefault("true")
        boolean enabled();

        /** How often it looks. */
        @WithDefault("30s")
        Duration every();

        /** How many dossiers one transaction takes. */
        @WithDefault("500")
        int batch();

        /** Working days before the date on which it is told that it comes near, from opening time; 0 is never. */
        @WithDefault("1")
        int dueSoonDays();

        /** Office hours before the date at which it is told again; 0 is never. */
        @WithDefault("3")
        int dueSoonHours();
    }

    /** Office hours where no published rule says otherwise, Vietnamese time. */
    interface Office {
        /** When offices open. */
        @WithDefault("07:30")
        LocalTime opens();

        /** When they close for lunch. */
        @WithDefault("11:30")
        LocalTime lunchFrom();

        /** When they open again. */
        @WithDefault("13:30")
        LocalTime lunchTo();

        /** When they close; a time limit in days ends at this time of its last day. */
        @WithDefault("17:00")
        LocalTime closes();

        /** What comes in later than this is not due on the same day. */
        @WithDefault("15:00")
        LocalTime sameDayUntil();

        default OfficeHours hours() {
            return new OfficeHours(opens(), lunchFrom(), lunchTo(), closes(), sameDayUntil());
        }
    }
}
