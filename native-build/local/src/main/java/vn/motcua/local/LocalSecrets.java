package vn.motcua.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Passwords and keys of this installation: made on first use, kept in one file that only its owner can read. */
public final class LocalSecrets {
    /** Password of the database roles. */
    public static final String DATABASE = "database";
    /** {@code MOTCUA_SECRET}. */
    public static final String SERVICE = "service";
    /** Password of every demo user. */
    public static final String DEMO = "demo";
    /** Secret of the one-stop systems' clients. */
    public static final String CLIENT = "client";
    /** Password of Keycloak's own administrator. */
    public static final String KEYCLOAK_ADMIN = "keycloak-admin";
    /** {@code MOTCUA_CATALOGUE_SIGNING_KEY}. */
    public static final String CATALOGUE_KEY = "catalogue-key";
    /** {@code MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY}. */
    public static final String LEDGER_KEY = "ledger-key";
    /** Key that signs tokens when there is no Keycloak. */
    public static final String TOKEN_KEY = "token-key";

    private static final String EASY_TO_TYPE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    private LocalSecrets(Path file) {
        this.file = file;
    }

    /** The secrets in the file {@code secrets} of this folder. */
    public static LocalSecrets in(Path folder) {
        return new LocalSecrets(folder.resolve("secrets"));
    }

    /** A long secret, for machines. */
    public String longSecret(String name) {
        return get(name, () -> {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** A password that a person can type. */
    public String password(String name) {
        return get(
                name,
                () -> random.ints(12, 0, EASY_TO_TYPE.length())
                        .mapToObj(i -> EASY_TO_TYPE.substring(i, i + 1))
                        .collect(Collectors.joining()));
    }

    /** What the file holds under this name; made and kept when it holds nothing yet. */
    public String get(String name, Supplier<String> maker) {
        // One at a time within this process too: a file lock is held by the process, not by the thread.
        synchronized (LocalSecrets.class) {
            try {
                Files.createDirectories(file.getParent());
                var lockFile = file.resolveSibling("secrets.lock");
                try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    var known = read();
                    if (known.getProperty(name) == null) {
                        known.setProperty(name, maker.get());
                        write(known);
                    }
                    return known.getProperty(name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the secrets in " + file + " cannot be read or written", e);
            }
        }
    }

    private Properties read() throws IOException {
        var known = new Properties();
        if (Files.exists(file)) {
            known.load(new StringReader(Files.readString(file)));
        }
        return known;
    }

    private void write(Properties known) throws IOException {
        var lines = new TreeMap<>(known)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(
                                "\n",
                                "# Made by ./motcua start. Keep it: the data below this folder need it.\n",
                                "\n"));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.getParent(), "secrets", ".new", ownerOnly);
        Files.writeString(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
