package vn.motcua.search;

import java.util.List;

/** Finds documents by what people type. Immutable; built anew for every release. */
public final class SearchEngine {
    private final QueryReader reader;
    private final Scorer scorer;

    private SearchEngine(SearchIndex index, Lexicon lexicon) {
        this.reader = new QueryReader(index, lexicon);
        this.scorer = new Scorer(index, RankingWeights.DEFAULT);
    }

    /** Found documents, best first; none when nothing that was typed means anything. */
    public List<Hit> search(String typed) {
        return scorer.hits(reader.read(typed));
    }

    /** The same while the last word is still being typed; nothing typed finds nothing. */
    public List<Hit> suggest(String typed) {
        return typed.isBlank() ? List.of() : scorer.hits(reader.readUnfinished(typed));
    }

    /** Takes the documents of a release one by one. */
    public static final class Builder {
        private final Lexicon lexicon;
        private final SearchIndex.Builder index;

        public Builder(Lexicon lexicon) {
            this.lexicon = lexicon;
            this.index = new SearchIndex.Builder(lexicon);
        }

        public void add(SearchDocument document) {
            index.add(document);
        }

        public SearchEngine build() {
            return new SearchEngine(index.build(), lexicon);
        }
    }
}
