package vn.motcua.bench;

/** The measuring programs: {@code ./motcua bench lookup [--dossiers=…]}, {@code startup}, {@code forecast}. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        var what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "lookup" -> LookupBench.run(Options.parse(args));
            case "startup" -> Startup.main(args);
            case "forecast" -> ForecastBench.run(args);
            default -> {
                System.err.println("""
                        ./motcua bench lookup [--dossiers=100000] [--rounds=5] [--seconds=8] [--warm-up=15] [--connections=16]
                        ./motcua bench startup
                        ./motcua bench forecast [--simulated=30000] [--seeds=3] [--dossiers=1000000]
                        MOTCUA_EXECUTABLE=FILE measures a native executable too, MOTCUA_BEFORE=FILE an older build beside this one.""");
                System.exit(2);
            }
        }
    }
}
