package vn.motcua.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** How announcements to many people go out. */
@ConfigMapping(prefix = "motcua.broadcast")
public interface BroadcastConfig {
    /** People that one transaction tells. */
    @WithDefault("500")
    int slice();

    /** Most people told in a minute, whatever pace was asked for: far below what Google lets a project send. */
    @WithDefault("30000")
    int perMinute();

    /** How often this replica looks whether something is to be planned or released. */
    @WithDefault("1s")
    Duration poll();

    /** When announcements begin to go out on a day, by Vietnam's clocks, unless one says otherwise. */
    @WithDefault("08:00")
    LocalTime hoursFrom();

    /** When they end. */
    @WithDefault("20:00")
    LocalTime hoursTo();

    /** Working days between an announcement and the pause of service that it tells of (NĐ 224/2026 art. 13). */
    @WithDefault("7")
    int downtimeNotice();

    /** A release that changes more followed procedures than this is announced only when an administrator resumes it. */
    @WithDefault("200")
    int mostPerRelease();

    /** Most procedures that one person follows. */
    @WithDefault("100")
    int mostFollowed();

    /** Refuses values that make no sense. */
    static void check(BroadcastConfig config) {
        if (!config.hoursFrom().isBefore(config.hoursTo())) {
            throw new IllegalStateException("motcua.broadcast.hours-from must be before .hours-to");
        }
        if (config.slice() < 1 || config.slice() > 10_000 || config.perMinute() < 1) {
            throw new IllegalStateException(
                    "motcua.broadcast.slice must be from 1 to 10000 and .per-minute at least 1");
        }
    }
}
