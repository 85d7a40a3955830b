package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root. For root it runs in a user namespace of its own, or else as nobody. */
final class OrdinaryUser {
    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private OrdinaryUser() {}

    /** The beginning of a command line that runs this program as somebody who is not root. */
    static List<String> runs(Path program, Path folder) throws IOException {
        var command = new ArrayList<String>();
        if (Tools.isRoot()) {
            command.addAll(Tools.hasUserNamespaces() ? List.of("unshare", "-U") : asNobody(program, folder));
        }
        command.add(program.toString());
        return command;
    }

    private static List<String> asNobody(Path program, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY);
            }
        }
        if (!canUse(program, "-x") || !canUse(folder, "-w")) {
            throw new Trouble(
                    "PostgreSQL không chạy được với quyền root, và ở đây không có user namespace; người dùng nobody thì không vào"
                            + " được " + folder + ". Hãy chạy ./motcua bằng một người dùng thường.",
                    "PostgreSQL does not run as root, there are no user namespaces here, and the user nobody cannot reach "
                            + folder + ". Run ./motcua as an ordinary user.");
        }
        return AS_NOBODY;
    }

    private static boolean canUse(Path path, String how) {
        var command = new ArrayList<>(AS_NOBODY);
        command.addAll(List.of("test", how, path.toString()));
        return Tools.run(command);
    }
}
