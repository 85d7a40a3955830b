package vn.motcua.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Ways of handing in as the portal's record of 2026 tells them: one time limit each, the conditions in words. */
final class PortalMethods {
    private PortalMethods() {}

    static Stream<Procedure.Method> methods(Part method) {
        var fees = method.parts("fees").stream().map(PortalMethods::fee).toList();
        var limit = limit(method);
        var description = method.text("description");
        return channels(method).stream().map(channel -> new Procedure.Method(channel, limit, fees, description));
    }

    private static List<Channel> channels(Part method) {
        var word = method.text("submissionMethod");
        if ("DIRECT_AND_ONLINE".equals(word)) {
            return List.of(Channel.DIRECT, Channel.ONLINE);
        }
        return List.of(Words.channel(word)
                .orElseThrow(() -> method.bad("submissionMethod", "Cách thức nộp không rõ.", "Unknown channel.")));
    }

    private static TimeLimit limit(Part method) {
        var value = method.number("processingTime");
        return value == null ? null : new TimeLimit(value, Words.unit(method.text("processingTimeUnit")), null);
    }

    /** Exemptions and ranges stand in the description only, so it is kept word for word. */
    private static Fee fee(Part fee) {
        var amount = fee.amount("value") == null ? fee.amount("amount") : fee.amount("value");
        var kind = Words.fee(fee.text("type"))
                .or(() -> Words.fee(fee.text("name")))
                .orElse(null);
        return new Fee(
                kind,
                amount,
                amount == null ? null : Words.currency(fee.text("currencyName")),
                fee.text("description", "name"));
    }
}
