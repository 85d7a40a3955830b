package vn.motcua.identity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One thing that is held about a person. {@code part} names the feature that holds it. */
@RegisterForReflection
public record ExportedRecord(String part, Map<String, Object> record) {
    public ExportedRecord {
        record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
    }

    @Override
    public String toString() {
        return "ExportedRecord[" + part + "]";
    }
}
