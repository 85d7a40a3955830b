package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Two forms of a value in events that the general rules do not cover. */
final class JsonForms {
    private JsonForms() {}

    /** A status: its identifier, or its number as JSON number or text. */
    @RegisterForReflection
    static final class TextOrNumber extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextOrNumber() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_STRING)
                    ? parser.getText()
                    : (String) context.handleUnexpectedToken(String.class, parser);
        }
    }

    /** RFC 3339 with offset and nothing else: a bare number would be read as seconds by one system, as milliseconds by another. */
    @RegisterForReflection
    static final class Time extends StdScalarDeserializer<OffsetDateTime> {
        private static final long serialVersionUID = 1L;

        Time() {
            super(OffsetDateTime.class);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
            }
            try {
                // PostgreSQL keeps microseconds; finer times would differ after a round trip.
                return OffsetDateTime.parse(parser.getText()).truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException notATime) {
                return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, "", "not RFC 3339");
            }
        }
    }
}
