package vn.motcua.satisfaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * Which questions of an earlier version ask the same as which of this one. Only what is named here is pooled.
 *
 * @param fromVersion the earlier version
 * @param items code there, code here
 */
@RegisterForReflection
record ItemMappings(Integer fromVersion, Map<String, String> items) {}
