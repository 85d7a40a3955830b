package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What somebody wrote, without what names anybody.
 *
 * @param topics codes, at least one
 */
@RegisterForReflection
record Comment(String text, List<String> topics) {
    Comment {
        topics = List.copyOf(topics);
    }
}
