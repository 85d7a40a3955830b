package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The words of one catalogue release, in memory. A document's number is the place of its procedure in the release. */
final class SearchIndex {
    static final String TITLE = "title";
    static final String TITLE_MARKED = "titleMarked";
    static final String TITLE_PAIRS = "titlePairs";
    static final String KEYWORDS = "keywords";
    static final String KEYWORD_PAIRS = "keywordPairs";
    static final String FIELD = "field";
    static final String SUMMARY = "summary";
    static final String PAPERS = "papers";

    private static final double ONE_SEGMENT_MB = 512;

    private final IndexSearcher searcher;
    private final int size;

    private SearchIndex(IndexSearcher searcher, int size) {
        this.searcher = searcher;
        this.size = size;
    }

    /** Every match of the query with its score, best first. */
    ScoreDoc[] all(Query query) {
        try {
            return size == 0
                    ? new ScoreDoc[0]
                    : searcher.search(query, new TopScoreDocCollectorManager(size, null, Integer.MAX_VALUE)).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the procedures of a release one by one, in their order. */
    static final class Builder {
        private static final FieldType WORDS = words();

        private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
        private final IndexWriter writer;
        private int size;

        Builder() {
            // One flush makes one segment, and in one segment the documents keep the order in which they came.
            var config = new IndexWriterConfig()
                    .setMergePolicy(NoMergePolicy.INSTANCE)
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setUseCompoundFile(false)
                    .setRAMBufferSizeMB(ONE_SEGMENT_MB);
            try {
                writer = new IndexWriter(directory, config);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void add(SearchText text) {
            var title = Folding.words(text.title());
            var folded = title.stream().map(Folding::fold).toList();
            var document = new Document();
            put(document, TITLE, folded);
            put(document, TITLE_MARKED, title);
            put(document, TITLE_PAIRS, Folding.pairs(folded));
            for (var keyword : text.keywords()) {
                var words = Folding.foldedWords(keyword);
                put(document, KEYWORDS, words);
                put(document, KEYWORD_PAIRS, Folding.pairs(words));
            }
            put(document, FIELD, Folding.foldedWords(text.field()));
            text.summaries().forEach(summary -> put(document, SUMMARY, Folding.foldedWords(summary)));
            text.papers().forEach(paper -> put(document, PAPERS, Folding.foldedWords(paper)));
            try {
                writer.addDocument(document);
                size++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        SearchIndex build() {
            try {
                writer.close();
                return new SearchIndex(size == 0 ? null : new IndexSearcher(DirectoryReader.open(directory)), size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void put(Document document, String name, List<String> words) {
            document.add(new Field(name, new WordStream(words), WORDS));
        }

        private static FieldType words() {
            var type = new FieldType();
            type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
            type.setTokenized(true);
            type.freeze();
            return type;
        }
    }
}
