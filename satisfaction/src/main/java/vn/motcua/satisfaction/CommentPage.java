package vn.motcua.satisfaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Comments of an agency and the units below it, as an officer reads them.
 *
 * @param recipe what was asked for and by which rules, as one line
 * @param comments readable ones in the whole selection, whatever their topic
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentPage(
        String recipe,
        String agency,
        String label,
        String from,
        String to,
        int rules,
        int comments,
        List<TopicCount> topics,
        List<Group> items,
        String nextCursor,
        List<String> notes) {

    CommentPage {
        topics = List.copyOf(topics);
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /**
     * At least ten comments.
     *
     * @param agency the one to which all belong, or the lowest above them
     * @param month of the latest
     */
    @RegisterForReflection
    record Group(String agency, String label, String month, List<Comment> comments) {
        Group {
            comments = List.copyOf(comments);
        }
    }
}
