package vn.motcua.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;

/** What the editors of this service wrote about a procedure, beside the published record and without legal force. */
@RegisterForReflection(targets = {Editorial.class, Procedure.Summary.class})
record Editorial(String nameEn, Procedure.Summary summary, List<String> lifeEvents, List<String> keywords) {
    static final Editorial NONE = new Editorial(null, null, null, null);

    Editorial {
        lifeEvents = Lists.of(lifeEvents);
        keywords = Lists.of(keywords);
    }

    List<String> keywordsAfter(List<String> published) {
        return Stream.concat(published.stream(), keywords.stream()).distinct().toList();
    }
}
