package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import vn.motcua.openapi.Language;

/**
 * How often a topic is mentioned, as far as it may be told.
 *
 * @param hidden nothing is told: fewer than ten mention it, or one to nine do not
 * @param mentions of how many comments it is known that they mention it; null when hidden
 * @param comments of how many comments that is counted; null when hidden
 * @param share in percent
 */
@RegisterForReflection
record TopicCount(
        String topic,
        String label,
        boolean complaint,
        boolean hidden,
        Integer mentions,
        Integer comments,
        BigDecimal share) {

    /** All topics in the order of the rules. */
    static List<TopicCount> all(TopicStore.Counts counts, Language language) {
        return Topics.RULES.codes().stream()
                .map(code -> of(code, counts.topics().get(code), language))
                .toList();
    }

    private static TopicCount of(String code, TopicStore.Count count, Language language) {
        var label = Topics.RULES.label(code).in(language);
        boolean complaint = Topics.RULES.isComplaint(code);
        return count == null
                ? new TopicCount(code, label, complaint, true, null, null, null)
                : new TopicCount(
                        code,
                        label,
                        complaint,
                        false,
                        Math.toIntExact(count.mentions()),
                        Math.toIntExact(count.comments()),
                        Index.percent(count.mentions(), count.comments()));
    }
}
