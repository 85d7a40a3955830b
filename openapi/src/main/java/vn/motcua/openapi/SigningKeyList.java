package vn.motcua.openapi;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A JSON Web Key Set. */
@RegisterForReflection
public record SigningKeyList(List<SigningKey> keys) {
    public SigningKeyList {
        keys = List.copyOf(keys);
    }
}
