package vn.motcua.satisfaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Signed heads, the newest first. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record TreeHeadPage(List<TreeHead> items, String nextCursor) {}
