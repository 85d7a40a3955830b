package vn.motcua.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Ways of handing in as the older exchange tells them: a channel with several times, each with its own fees. */
final class ExchangeMethods {
    private ExchangeMethods() {}

    static Stream<Procedure.Method> methods(Part way) {
        var channel = Words.channel(way.text("KENH"))
                .orElseThrow(() -> way.bad("KENH", "Kênh phải là 1, 2 hoặc 3.", "The channel must be 1, 2 or 3."));
        var times = way.parts("THOIGIAN");
        if (times.isEmpty()) {
            return Stream.of(new Procedure.Method(channel, null, List.of(), way.text("MOTA")));
        }
        return times.stream()
                .map(time -> new Procedure.Method(
                        channel,
                        limit(time),
                        time.parts("PHILEPHI").stream()
                                .map(ExchangeMethods::fee)
                                .toList(),
                        null));
    }

    /** Where the number is words ("ngay trong ngày"), the words are the limit. */
    private static TimeLimit limit(Part time) {
        var said = time.text("THOIGIANGIAIQUYET");
        var words = time.text("MOTA");
        if (said == null && words == null) {
            return null;
        }
        var unit = time.text("DONVITINH");
        if (said != null && time.isNumber("THOIGIANGIAIQUYET")) {
            var known = Words.unit(unit);
            var text = known == TimeUnit.OTHER && unit != null && words == null ? said + " " + unit : words;
            return new TimeLimit(time.number("THOIGIANGIAIQUYET"), known, text);
        }
        return new TimeLimit(null, Words.unit(unit), said == null ? words : words == null ? said : said + " " + words);
    }

    private static Fee fee(Part fee) {
        var amount = fee.amount("SOTIEN");
        return new Fee(
                Words.fee(fee.text("MAPHILEPHI")).orElse(null),
                amount,
                amount == null ? null : Words.currency(fee.text("DONVI")),
                fee.text("MOTA"));
    }
}
