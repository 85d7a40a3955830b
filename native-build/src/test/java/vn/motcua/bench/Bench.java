package vn.motcua.bench;

/** The measuring programs of {@code ./motcua bench NAME}; each says its options in the list below. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        var what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "lookup" -> LookupBench.run(Options.parse(args));
            case "intake" -> IntakeBench.run(Options.numbers(args));
            case "search" -> SearchBench.run(SearchOptions.parse(args));
            case "lookup-timing" -> LookupTiming.run(Options.parse(args));
            case "lookup-memory" -> LookupMemory.run(Options.parse(args));
            case "scale" -> ScaleBench.run(args);
            case "push-crash" -> PushCrash.run(args);
            case "broadcast" -> BroadcastBench.run(args);
            case "push-speed" -> PushSpeed.run(args);
            case "outbox" -> OutboxBench.run(args);
            case "startup" -> Startup.main(args);
            case "forecast" -> ForecastBench.run(args);
            case "scores" -> ScoreBench.run(args);
            case "stuffing" -> StuffingBench.run(args);
            case "ledger" -> LedgerBench.run(args);
            default -> {
                System.err.println("""
                        ./motcua bench lookup [--dossiers=100000] [--rounds=5] [--seconds=8] [--warm-up=15] [--connections=16]
                        ./motcua bench intake [--rounds=3] [--seconds=10] [--warm-up=20] [--connections=4] [--batch=1000]
                        ./motcua bench search [--records=5771] [--rate=200] [--seconds=10] [--warm-up=15] [--connections=16]
                        ./motcua bench lookup-timing [--dossiers=100000] [--samples=3000]
                        ./motcua bench lookup-memory [--dossiers=100000] [--connections=16]
                        ./motcua bench scale [fill|measure|recount --folder=…] [--dossiers=10000000] [--rounds=5] [--seconds=8] [--connections=4]
                        ./motcua bench push-crash [--messages=100000] [--fcm-down=600]
                        ./motcua bench push-speed [--messages=20000] [--rounds=3]
                        ./motcua bench outbox [--jobs=40000] [--rounds=3]
                        ./motcua bench broadcast [--people=600000] [--statuses=200]
                        ./motcua bench startup
                        ./motcua bench forecast [--simulated=30000] [--seeds=3] [--dossiers=1000000]
                        ./motcua bench scores [--ratings=10000000]
                        ./motcua bench ledger [--leaves=10000000]
                        ./motcua bench stuffing [--provinces=20]
                        MOTCUA_EXECUTABLE=FILE measures a native executable too, MOTCUA_BEFORE=FILE an older build beside this one.""");
                System.exit(2);
            }
        }
    }
}
