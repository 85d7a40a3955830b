package vn.motcua.satisfaction;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Who tries what, from this day on. */
enum SimulatedAttack {
    /** An insider with the QR codes of the counter fills in as many again as usual, on every working day of two weeks. */
    INSIDER("insider at the counter, doubling, 10 days, all at 5") {
        @Override
        SimulatedProvince.Attack from(int begin) {
            return (province, agency, day) -> {
                int since =
                        (int) (day.toEpochDay() - SimulatedProvince.day(begin).toEpochDay());
                boolean works = since >= 0 && since < 14 && day.getDayOfWeek().getValue() < 6;
                return works ? Collections.nCopies((int) Math.ceil(province.rate(agency)), "555555") : List.of();
            };
        }
    },
    /** The same with answers that look like people's. */
    CAREFUL_INSIDER("insider at the counter, doubling, 10 days, varied answers") {
        @Override
        SimulatedProvince.Attack from(int begin) {
            return (province, agency, day) -> {
                int since =
                        (int) (day.toEpochDay() - SimulatedProvince.day(begin).toEpochDay());
                boolean works = since >= 0 && since < 14 && day.getDayOfWeek().getValue() < 6;
                return works ? varied(province, (int) Math.ceil(province.rate(agency)), "") : List.of();
            };
        }
    },
    /** A program with stolen tickets: sixty in one night, varied, without reading. */
    BOT("bot with 60 stolen tickets in one night, varied answers") {
        @Override
        SimulatedProvince.Attack from(int begin) {
            return (province, agency, day) ->
                    day.equals(SimulatedProvince.day(begin)) ? varied(province, 60, "!") : List.of();
        }
    },
    /** The same, slowly: three a day for three weeks. */
    SLOW_BOT("bot with 60 stolen tickets, 3 a day, varied answers") {
        @Override
        SimulatedProvince.Attack from(int begin) {
            return (province, agency, day) -> {
                long since = day.toEpochDay() - SimulatedProvince.day(begin).toEpochDay();
                return since >= 0 && since < 20 ? varied(province, 3, "!") : List.of();
            };
        }
    },
    /** People who came to the counter are made to answer there, all at 5: half as many again as usual, for four weeks. */
    PRESSED("people pressed at the desk, half as many again, 20 days, all at 5") {
        @Override
        SimulatedProvince.Attack from(int begin) {
            return (province, agency, day) -> {
                int since =
                        (int) (day.toEpochDay() - SimulatedProvince.day(begin).toEpochDay());
                boolean works = since >= 0 && since < 28 && day.getDayOfWeek().getValue() < 6;
                return works ? Collections.nCopies((int) Math.ceil(province.rate(agency) / 2), "555555") : List.of();
            };
        }
    };

    final String words;

    SimulatedAttack(String words) {
        this.words = words;
    }

    abstract SimulatedProvince.Attack from(int begin);

    private static List<String> varied(SimulatedProvince province, int count, String mark) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var pattern = new StringBuilder(mark);
                    for (int item = 0; item < 5; item++) {
                        pattern.append(province.pick(3) == 0 ? 4 : 5);
                    }
                    return pattern.append(5).toString();
                })
                .toList();
    }
}
