package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Text;

/**
 * The way on for somebody who is dissatisfied: feedback is answered, a rating is not. It exists only in the answer to this
 * request; nothing is stored, and whoever follows it sends an ordinary feedback that nothing links to the rating.
 *
 * @param path where feedback is sent, by POST and signed in
 * @param text a beginning for the person to edit: what it is about, without levels and without the words of the comment,
 *     by which the agency could find the comment among the others. Vietnamese: feedback must be
 * @param notice what the person must know before sending
 */
@RegisterForReflection
record FeedbackOffer(String path, List<Reason> reasons, String text, String notice) {
    static final int LOW = 2;
    private static final String PATH = "/v1/feedback";
    private static final Text NOTICE = new Text(
            "Phản ánh, kiến nghị có tên bạn và được trả lời; đánh giá thì không có tên. Nếu chép nguyên văn nhận xét vào đây, cơ"
                    + " quan có thể nhận ra nhận xét của bạn.",
            "Feedback carries your name and is answered; a rating has no name. If you copy your comment here word for word, the"
                    + " agency may recognise it.");

    /** Why feedback is offered. */
    enum Reason {
        LOW_SCORE,
        COMPLAINT
    }

    FeedbackOffer {
        reasons = List.copyOf(reasons);
    }

    /** Null when there is nothing to complain about. */
    static FeedbackOffer of(Questionnaire asked, Answers answers, String comment, Language language) {
        var complaints = comment == null
                ? List.<String>of()
                : Topics.RULES.of(comment).stream()
                        .filter(Topics.RULES::isComplaint)
                        .toList();
        var reasons = new ArrayList<Reason>();
        if (isLow(answers, asked.overall())) {
            reasons.add(Reason.LOW_SCORE);
        }
        if (!complaints.isEmpty()) {
            reasons.add(Reason.COMPLAINT);
        }
        return reasons.isEmpty()
                ? null
                : new FeedbackOffer(PATH, reasons, text(asked, answers, complaints), NOTICE.in(language));
    }

    private static boolean isLow(Answers answers, int place) {
        return answers.has(place) && answers.levels().get(place) <= LOW;
    }

    private static String text(Questionnaire asked, Answers answers, List<String> complaints) {
        var about = new ArrayList<String>();
        complaints.forEach(topic -> about.add(Topics.RULES.label(topic).vi()));
        for (int place = 0; place < asked.items().size(); place++) {
            var factor = asked.items().get(place).factor();
            if (factor != Factor.OVERALL
                    && isLow(answers, place)
                    && !about.contains(factor.label().vi())) {
                about.add(factor.label().vi());
            }
        }
        var text = new StringBuilder("Tôi chưa hài lòng với lần giải quyết hồ sơ của mình.");
        about.forEach(what -> text.append("\n- ").append(what).append(": "));
        return text.toString();
    }
}
