package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What comments are about, for everybody: counts, never words.
 *
 * @param rules version of the rules of topics
 * @param comments how many are readable by the agency
 */
@RegisterForReflection
record CommentTopics(String from, String to, int rules, int comments, List<TopicCount> topics) {
    CommentTopics {
        topics = List.copyOf(topics);
    }
}
