package vn.motcua.search;

/** Finds documents by what people type. Immutable; built anew for every release. */
public final class SearchEngine {
    private final SearchIndex index;
    private final QueryReader reader;
    private final Scorer scorer;

    private SearchEngine(SearchIndex index, QueryReader reader, Scorer scorer) {
        this.index = index;
        this.reader = reader;
        this.scorer = scorer;
    }

    private static SearchEngine of(SearchIndex index, Lexicon lexicon) {
        return new SearchEngine(index, new QueryReader(index, lexicon), new Scorer(index, RankingWeights.DEFAULT));
    }

    /** The same search by looking at every document: slower, to compare with. */
    SearchEngine exhaustive() {
        return new SearchEngine(index, reader, new Scorer(index, RankingWeights.DEFAULT, false));
    }

    /** Found documents; none when nothing that was typed means anything. */
    public Found search(String typed) {
        return scorer.found(reader.read(typed));
    }

    /** The first documents while the last word is still being typed; nothing typed finds nothing. */
    public Found suggest(String typed) {
        return typed.isBlank() ? Found.NOTHING : scorer.first(reader.readUnfinished(typed));
    }

    /** The same with all that is found. */
    public Found suggestAll(String typed) {
        return typed.isBlank() ? Found.NOTHING : scorer.found(reader.readUnfinished(typed));
    }

    /** Why a document stands where it does for what was typed. */
    public Explanation explain(String typed, int document) {
        return scorer.explain(reader.read(typed), document);
    }

    /** The same documents read with other words. */
    public SearchEngine with(Lexicon lexicon) {
        return of(index, lexicon);
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
            return of(index.build(), lexicon);
        }
    }
}
