package vn.motcua.search;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The editors' words as they are published now, for those who build a search with them. */
@ApplicationScoped
public class PublishedWords {
    /** Told whenever a version was published. */
    public static final String CHANNEL = "search_words";

    private final SearchWordsStore store;

    PublishedWords(SearchWordsStore store) {
        this.store = store;
    }

    /** Number of the newest version, 0 before the first. */
    public Uni<Integer> version() {
        return store.version();
    }

    /** The newest version. */
    public Uni<SearchWords> newest() {
        return store.newest().map(words -> words.orElse(SearchWords.NONE));
    }
}
