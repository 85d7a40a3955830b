package vn.motcua.organisation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One line of an upload: a dossier code, and what proves it when the dossier is not the firm's own. */
@RegisterForReflection
record WatchLine(String code, String secret) {
    @Override
    public String toString() {
        return "WatchLine[]";
    }
}
