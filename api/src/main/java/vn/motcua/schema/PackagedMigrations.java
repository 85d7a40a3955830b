package vn.motcua.schema;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

/** The migrations this program carries: path and checksum, as Flyway writes them into its history. */
final class PackagedMigrations {
    private PackagedMigrations() {}

    static Map<String, Integer> of(Configuration flyway) {
        var checksums = new TreeMap<String, Integer>();
        for (var script : flyway.getResourceProvider().getResources("", flyway.getSqlMigrationSuffixes())) {
            // A repeatable migration is also done again when a placeholder has got another value.
            boolean repeatable = script.getFilename().startsWith(flyway.getRepeatableSqlMigrationPrefix());
            checksums.put(script.getRelativePath(), checksum(script, repeatable ? flyway.getPlaceholders() : Map.of()));
        }
        return checksums;
    }

    /** Over the lines, so that a checkout with other line ends is the same migration. */
    private static int checksum(LoadableResource script, Map<String, String> placeholders) {
        try (var reader = new BufferedReader(script.read())) {
            var text = reader.lines().collect(joining("\n"));
            for (var placeholder : placeholders.entrySet()) {
                text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
            }
            var sum = new CRC32();
            text.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return (int) sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
