package vn.motcua.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.TimeZone;

/**
 * JSON as the contract promises it: unknown and repeated fields, wrong types, trailing content and broken text are errors;
 * times go out with Vietnam's offset; absent values are left out.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        configure(json);
    }

    /** The same rules for an ObjectMapper outside the container. */
    @SuppressWarnings("deprecation") // configure(MapperFeature) has no other form on an existing mapper
    public static ObjectMapper configure(ObjectMapper json) {
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        json.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        json.setTimeZone(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        return json.registerModule(new SimpleModule("motcua-text")
                .addDeserializer(String.class, new TextDeserializer())
                .addSerializer(OffsetDateTime.class, new TimeSerializer()));
    }

    private static final class TimeSerializer extends StdScalarSerializer<OffsetDateTime> {
        private static final long serialVersionUID = 1L;

        /** From this year on Vietnam has one offset. */
        private static final int ONE_OFFSET = 1976;

        TimeSerializer() {
            super(OffsetDateTime.class);
        }

        @Override
        public void serialize(OffsetDateTime time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(IsoTime.format(
                    time.getYear() > ONE_OFFSET
                            ? time.withOffsetSameInstant(Vietnam.OFFSET)
                            : time.atZoneSameInstant(Vietnam.ZONE).toOffsetDateTime()));
        }
    }

    private static final class TextDeserializer extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text =
                    com.fasterxml.jackson.databind.deser.std.StringDeserializer.instance.deserialize(parser, context);
            if (text == null) {
                return null;
            }
            if (StrictText.isBroken(text)) {
                throw InvalidFormatException.from(parser, "NUL or half a surrogate pair", text, String.class);
            }
            return StrictText.normalised(text);
        }
    }
}
