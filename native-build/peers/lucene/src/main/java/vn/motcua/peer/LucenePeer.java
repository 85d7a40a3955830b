package vn.motcua.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The search of procedures with plain Lucene: BM25 over the words without marks, title before the rest, in memory. */
public final class LucenePeer {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int THREADS = 16;

    private final IndexSearcher searcher;

    private LucenePeer(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    public static void main(String[] args) throws Exception {
        var peer = new LucenePeer(new IndexSearcher(DirectoryReader.open(index())));
        int port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/q/health/ready", exchange -> send(exchange, "UP"));
        server.createContext("/v1/procedures", exchange -> send(exchange, peer.answer(exchange, false)));
        server.createContext("/v1/procedures/suggest", exchange -> send(exchange, peer.answer(exchange, true)));
        server.start();
    }

    private static ByteBuffersDirectory index() throws Exception {
        var directory = new ByteBuffersDirectory();
        var url = "jdbc:" + System.getenv("MOTCUA_DATABASE_URL");
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()));
                var database = DriverManager.getConnection(
                        url, System.getenv("MOTCUA_DATABASE_USER"), System.getenv("MOTCUA_DATABASE_PASSWORD"));
                var sql = database.createStatement();
                var rows = sql.executeQuery("select code, name, title, more from peer.procedure")) {
            while (rows.next()) {
                var document = new Document();
                document.add(new StoredField("code", rows.getString("code")));
                document.add(new StoredField("name", rows.getString("name")));
                document.add(new TextField("title", rows.getString("title"), Field.Store.NO));
                document.add(new TextField("more", rows.getString("more"), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    private String answer(HttpExchange exchange, boolean unfinished) throws IOException {
        var words = words(exchange.getRequestURI().getRawQuery());
        if (words.isEmpty()) {
            return "{\"items\":[]}";
        }
        var stored = searcher.storedFields();
        var items = new StringBuilder();
        for (var hit : searcher.search(unfinished ? suggest(words) : search(words), unfinished ? 10 : 20).scoreDocs) {
            var document = stored.document(hit.doc);
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"code\":\"")
                    .append(document.get("code"))
                    .append("\",\"name\":\"")
                    .append(document.get("name").replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"}");
        }
        return "{\"items\":[" + items + "]}";
    }

    private static Query search(List<String> words) {
        var query = new BooleanQuery.Builder();
        for (var word : words) {
            query.add(new BoostQuery(new TermQuery(new Term("title", word)), 3), Occur.SHOULD);
            query.add(new TermQuery(new Term("more", word)), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query suggest(List<String> words) {
        var query = new BooleanQuery.Builder();
        words.subList(0, words.size() - 1)
                .forEach(word -> query.add(new TermQuery(new Term("title", word)), Occur.MUST));
        return query.add(new PrefixQuery(new Term("title", words.getLast())), Occur.MUST)
                .build();
    }

    private static List<String> words(String query) {
        for (var parameter : query.split("&")) {
            if (parameter.startsWith("q=")) {
                var typed = URLDecoder.decode(parameter.substring(2), StandardCharsets.UTF_8);
                var folded = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace('đ', 'd');
                return BETWEEN_WORDS
                        .splitAsStream(folded)
                        .filter(word -> !word.isEmpty())
                        .toList();
            }
        }
        return List.of();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
