package vn.motcua.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The forms that there are: those that come with the service, replaced or added to by a file of the installation. */
@Singleton
class Layouts {
    private static final String OWN = "report/layouts.json";

    private final Map<String, FormLayout> forms = new LinkedHashMap<>();

    Layouts(ReportConfig config) {
        read(own());
        config.layouts().ifPresent(file -> {
            try {
                read(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("motcua.report.layouts cannot be read: " + file, e);
            }
        });
    }

    private static String own() {
        try (var in = Layouts.class.getClassLoader().getResourceAsStream(OWN)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(OWN, e);
        }
    }

    private void read(String json) {
        new JsonObject(json)
                .getJsonArray("forms", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .map(FormLayout::of)
                        .forEach(form -> forms.put(form.code(), form));
    }

    Optional<FormLayout> find(String code) {
        return Optional.ofNullable(forms.get(code));
    }
}
