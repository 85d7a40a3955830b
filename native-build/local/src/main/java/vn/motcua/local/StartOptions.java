package vn.motcua.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked for on the command line and in the environment. */
record StartOptions(boolean identity, boolean demo, Map<String, String> environment) {
    private static final int DEFAULT_PORT = 8080;

    static StartOptions of(List<String> arguments, Map<String, String> environment) {
        for (var argument : arguments) {
            if (!List.of("--no-identity", "--no-demo").contains(argument)) {
                throw new Trouble("Không hiểu tham số " + argument + ".", "Unknown option " + argument + ".");
            }
        }
        return new StartOptions(
                !arguments.contains("--no-identity"), !arguments.contains("--no-demo"), Map.copyOf(environment));
    }

    /** A value from the environment; an empty one counts as absent. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    boolean ownDatabase() {
        return variable("MOTCUA_DATABASE_URL").isEmpty();
    }

    boolean ownIdentity() {
        return variable("MOTCUA_OIDC_URL").isEmpty();
    }

    /** The port asked for must be free; the usual one may give way to the next. */
    int port() {
        var asked = variable("MOTCUA_PORT");
        if (asked.isEmpty()) {
            return Ports.from(DEFAULT_PORT);
        }
        if (!asked.get().matches("\\d{1,5}") || Integer.parseInt(asked.get()) > 65_535) {
            throw new Trouble(
                    "MOTCUA_PORT phải là một số cổng, không phải " + asked.get() + ".",
                    "MOTCUA_PORT must be a port number, not " + asked.get() + ".");
        }
        int port = Integer.parseInt(asked.get());
        if (!Ports.isFree(port)) {
            throw new Trouble(
                    "Cổng " + port + " đang có chương trình khác dùng. Hãy chọn cổng khác bằng MOTCUA_PORT.",
                    "Port " + port + " is in use by another program. Choose another one with MOTCUA_PORT.");
        }
        return port;
    }
}
