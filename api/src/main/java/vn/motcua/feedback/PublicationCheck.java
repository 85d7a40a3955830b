package vn.motcua.feedback;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the words that are to be published: what is certainly the sender's is refused, what only looks personal is asked back. */
final class PublicationCheck {
    private PublicationCheck() {}

    /** @param sender null when the identity was removed already */
    static void of(MoveInput input, Sender sender) {
        var check = new InputCheck();
        texts(input).forEach((pointer, text) -> {
            if (sender != null && IdentityHints.tells(sender, text)) {
                check.error(
                        pointer,
                        "Có tên, địa chỉ, điện thoại hoặc thư điện tử của người gửi. Hãy bỏ đi.",
                        "It holds the sender's name, address, phone or e-mail. Take it out.");
                return;
            }
            var hints = IdentityHints.in(text);
            if (!hints.isEmpty() && !Boolean.TRUE.equals(input.hintsRead())) {
                var first = hints.getFirst();
                check.error(
                        pointer,
                        "Có vẻ chứa dữ liệu cá nhân (%s, ký tự %d-%d). Hãy bỏ đi, hoặc gửi hintsRead=true nếu đã kiểm tra."
                                .formatted(first.kind(), first.from(), first.to()),
                        "It seems to hold personal data (%s, characters %d-%d). Take it out, or send hintsRead=true once checked."
                                .formatted(first.kind(), first.from(), first.to()));
            }
        });
        check.done();
    }

    private static Map<String, String> texts(MoveInput input) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("/publicTitle", input.publicTitle());
        texts.put("/publicText", input.publicText());
        texts.put("/publicAnswer", input.publicAnswer());
        return texts;
    }
}
