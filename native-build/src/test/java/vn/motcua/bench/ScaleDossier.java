package vn.motcua.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One made-up dossier: whatever its number says, always the same. Filed on a worked day of the two years before {@link
 * Years#now}, at one of 34 provinces, with the steps that such a dossier takes: five on average, at office hours or a while
 * after, and none in the future, so that about one in a hundred is still open.
 *
 * @param filed the day of receipt
 * @param steps what happened, in order
 * @param due the date given with the receipt
 */
record ScaleDossier(
        int number, String code, LocalDate filed, String reception, String competent, long due, List<Step> steps) {
    private static final int PROVINCES = 34;
    private static final int UNITS = 40;
    private static final int SHORTEST_DAY = 8 * 3_600;
    private static final double MEAN_DAYS = 6.5;

    /** @param at seconds since 1970 */
    record Step(int status, long at) {}

    /** The worked days of two years up to now, and how many dossiers share them. */
    record Years(int dossiers, Instant now, List<LocalDate> worked) {
        static Years until(Instant now, int dossiers) {
            var today = now.atOffset(ZoneOffset.ofHours(7)).toLocalDate();
            var worked = Stream.iterate(today.minusYears(2), day -> day.isBefore(today), day -> day.plusDays(1))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .toList();
            return new Years(dossiers, now, worked);
        }

        /** From 0; numbers are given in the order of days. */
        ScaleDossier dossier(int number) {
            return ScaleDossier.of(number, this);
        }
    }

    private static ScaleDossier of(int number, Years years) {
        var random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        int place = (int) ((long) number * years.worked().size() / years.dossiers());
        var day = years.worked().get(place);
        // A few provinces and units have most of the work.
        int province = 1 + (int) (Math.pow(random.nextDouble(), 2) * PROVINCES);
        int unit = 1 + (int) (Math.pow(random.nextDouble(), 2) * UNITS);
        var agency = String.format(Locale.ROOT, "H%02d", province);
        var reception = agency + (unit < 10 ? ".0" : ".") + unit;
        var code = reception
                + '-'
                + digits(day.getYear() % 100, 2)
                + digits(day.getMonthValue(), 2)
                + digits(day.getDayOfMonth(), 2)
                + '-'
                + digits(number, 7);
        int limit = 1 + random.nextInt(15);
        var last = years.worked().size() - 1;
        var due = years.worked().get(Math.min(place + limit, last)).plusDays(Math.max(0, place + limit - last));
        return new ScaleDossier(
                number,
                code,
                day,
                reception,
                agency + (unit % 3 == 0 ? "" : ".0" + (1 + unit % 7)),
                seconds(due, 17 * 3_600),
                steps(day, random, years.now().getEpochSecond()));
    }

    private static List<Step> steps(LocalDate day, SplittableRandom random, long now) {
        var steps = new ArrayList<Step>(7);
        long at = seconds(day, 7 * 3_600 + random.nextInt(SHORTEST_DAY));
        steps.add(new Step(1, at));
        at += 300 + random.nextInt(14_400);
        double fate = random.nextDouble();
        if (fate < 0.03) {
            steps.add(new Step(3, at));
            return happened(steps, now);
        }
        steps.add(new Step(2, at));
        at += 1_800 + random.nextInt(80_000);
        steps.add(new Step(4, at));
        double days = -Math.log(1 - random.nextDouble()) * MEAN_DAYS;
        if (fate < 0.17) {
            steps.add(new Step(5, at + (long) (days * 20_000)));
            at += (long) (days * 20_000) + 86_400 + random.nextInt(5 * 86_400);
            steps.add(new Step(4, at));
        }
        at += 3_600 + (long) (days * 86_400);
        if (fate > 0.98) {
            steps.add(new Step(8, at));
            return happened(steps, now);
        }
        steps.add(new Step(9, at));
        steps.add(new Step(10, at + 1_800 + random.nextInt(2 * 86_400)));
        return happened(steps, now);
    }

    private static List<Step> happened(List<Step> steps, long now) {
        steps.removeIf(step -> step.at() > now);
        return steps;
    }

    private static long seconds(LocalDate day, int ofDay) {
        return (day.toEpochDay() * 24 - 7) * 3_600L + ofDay;
    }

    private static String digits(int number, int length) {
        var text = Integer.toString(number);
        return "0".repeat(length - text.length()) + text;
    }

    /** The month of its events, as the service computes it from the code. */
    int month() {
        return filed.getYear() * 100 + filed.getMonthValue();
    }

    int status() {
        return steps.getLast().status();
    }

    String proof() {
        return digits(number % 10_000, 4);
    }

    String question() {
        return DossierTables.question(code, proof());
    }

    /** The id under which a step was reported. */
    String eventId(int step) {
        return code + '-' + step;
    }
}
