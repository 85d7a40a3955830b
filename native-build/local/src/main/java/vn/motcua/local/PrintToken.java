package vn.motcua.local;

/** {@code ./motcua token USER}: an access token of a demo user of the running service. */
public final class PrintToken {
    private PrintToken() {}

    public static void main(String[] args) {
        try {
            if (args.length != 1) {
                throw new Trouble(
                        "Cần tên người dùng thử: ./motcua token citizen", "Name a demo user: ./motcua token citizen");
            }
            var identity = RunFile.read().identity();
            System.out.println(
                    args[0].startsWith("one-stop-")
                            ? identity.systemToken(args[0].substring("one-stop-".length()))
                            : identity.userToken(args[0]));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        }
    }
}
