package vn.motcua.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the local parts keep what they unpack and what must survive a restart: {@code .motcua} in the checkout. */
public final class Home {
    private Home() {}

    /** The checkout: the nearest folder upwards that holds the contract; {@code MOTCUA_HOME} overrides it. */
    public static Path checkout() {
        var named = System.getenv("MOTCUA_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("openapi/motcua.yaml"))) {
                return folder;
            }
        }
        return Path.of("").toAbsolutePath();
    }

    /** Data that survives a restart. */
    public static Path data() {
        return checkout().resolve(".motcua");
    }

    /** Unpacked programs; may be deleted at any time and is made again. */
    public static Path cache() {
        return data().resolve("cache");
    }
}
