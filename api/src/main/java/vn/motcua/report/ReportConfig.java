package vn.motcua.report;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What of reports an installation may set. */
@ConfigMapping(prefix = "motcua.report")
interface ReportConfig {
    /** A file of forms in the shape of {@code report/layouts.json}: a form of the same code replaces ours, others are added. */
    Optional<Path> layouts();
}
