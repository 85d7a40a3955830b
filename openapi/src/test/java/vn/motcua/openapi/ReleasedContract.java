package vn.motcua.openapi;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Comparator;

/** Files such as {@code openapi/released/motcua-0.1.0.yaml}. */
final class ReleasedContract {
    static final Comparator<Path> BY_VERSION = Comparator.comparing(ReleasedContract::version);

    private ReleasedContract() {}

    private static Version version(Path file) {
        return Version.parse(file.getFileName().toString().replaceAll("^motcua-|\\.yaml$", ""));
    }
}
