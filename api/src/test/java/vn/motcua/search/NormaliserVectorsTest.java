package vn.motcua.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The service reads words as {@code openapi/normaliser} promises to phones. */
class NormaliserVectorsTest {
    private static final Path FILE = Path.of("..", "openapi", "normaliser", "vectors.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode vectors() throws IOException {
        return JSON.readTree(FILE.toFile()).get("vectors");
    }

    static Stream<Arguments> each() throws IOException {
        return StreamSupport.stream(vectors().spliterator(), false)
                .map(vector -> Arguments.of(
                        vector.get("step").asText(), vector.get("in").asText(), vector));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("each")
    void vectorHolds(String step, String in, JsonNode vector) {
        Object got = switch (step) {
            case "words" -> Normaliser.words(in);
            case "fold" -> Normaliser.fold(in);
            case "key" -> Normaliser.key(in);
            case "keys" -> Normaliser.keys(in);
            case "decode" -> InputMethod.read(in).orElse(null);
            case "abbreviation" -> meanings(vector.get("table").asText(), in).orElse(null);
            default -> throw new IllegalArgumentException(step);
        };
        assertEquals(vector.get("out"), JSON.valueToTree(got));
    }

    private static Optional<List<List<String>>> meanings(String table, String said) {
        var lexicon = new Lexicon(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> LexiconFile.entry(Lexicon.Kind.ABBREVIATION, line))
                .toList());
        var node = Optional.of(lexicon.vietnamese());
        for (var key : Normaliser.keys(said)) {
            node = node.flatMap(at -> at.next(key));
        }
        return node.map(Lexicon.Node::entries)
                .filter(entries -> !entries.isEmpty())
                .map(entries -> entries.stream()
                        .flatMap(entry -> entry.meant().stream())
                        .toList());
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertTrue(vectors().size() >= 150, vectors().size() + " vectors");
    }
}
