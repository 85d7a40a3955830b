package vn.motcua.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the public finds this service: addresses in the sitemap and in linked data. */
@ConfigMapping(prefix = "motcua.site")
interface SiteConfig {
    /** Scheme and host, without a slash at the end. */
    @WithDefault("http://localhost:8080")
    URI url();

    /**
     * The page of a procedure: that of this service's own app, or of a web portal in front of it. {@code {code}} stands for
     * the code.
     */
    @WithDefault("/p/{code}")
    String procedurePath();

    default String page(String code) {
        return url() + procedurePath().replace("{code}", code);
    }
}
