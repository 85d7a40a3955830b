package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Supplier;
import vn.motcua.local.Folders;
import vn.motcua.local.LocalPostgres;
import vn.motcua.local.TokenMint;

/** From exec to the first answered request, memory and size of the fast-jar and, when given, of the native executable. */
public final class Startup {
    private static final int STARTS = 5;
    private static final int DOSSIERS = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration DRIVEN = Duration.ofSeconds(20);

    /** What one start showed: seconds since exec, and MB. */
    private record Start(double live, double lookup, double ready, long idle) {}

    private Startup() {}

    public static void main(String[] args) throws IOException {
        var folder = Folders.temporary("motcua-startup");
        var mint = new TokenMint();
        try (var postgres = LocalPostgres.durable(folder, LocalPostgres.freePort(), "bench-only")) {
            var servers = new Servers(postgres, mint);
            try (var first = servers.fastJar()) {
                Servers.awaitReady(first);
                DossierTables.fill(postgres, mint, first, DOSSIERS);
            }
            System.out.println("## Start-up and memory, " + LocalDate.now() + "\n\n`./motcua bench startup` on "
                    + Report.machine()
                    + "\n\n| program | exec to alive, s | to the first look-up, s | to ready, s | RSS idle, MB | RSS under load, MB | on disk, MB |"
                    + "\n| --- | --- | --- | --- | --- | --- | --- |");
            System.out.println(row(servers::fastJar, Options.fastJar().getParent()));
            Options.executable()
                    .ifPresentOrElse(
                            file -> System.out.println(row(() -> servers.executable(file), file)),
                            () -> System.out.println(
                                    "\nNot measured: native, no executable given (-Dmotcua.executable=FILE)"));
            System.out.println("\nMedian of " + STARTS
                    + " starts against a warm, migrated database, each asked again and "
                    + "again from exec on, in this order: 200 on `/q/health/live`, 200 on a look-up (with its dossier), 200 on "
                    + "`/q/health/ready`. Under load: " + DRIVEN.toSeconds() + " s of look-ups on 16 connections.");
        }
    }

    private static String row(Supplier<Server> program, Path onDisk) {
        var starts = new ArrayList<Start>();
        for (int i = 0; i < STARTS; i++) {
            try (var server = program.get()) {
                double live = seconds(server.awaitFirstAnswer("/q/health/live", LIMIT));
                double lookup = seconds(server.awaitFirstLookup(DossierTables.question(1 + i), LIMIT));
                double ready = seconds(server.awaitFirstAnswer("/q/health/ready", LIMIT));
                starts.add(new Start(live, lookup, ready, server.residentMegabytes()));
            }
        }
        try (var server = program.get()) {
            Servers.awaitReady(server);
            long loaded = Load.drive(server, DOSSIERS, 16, DRIVEN).residentMegabytes();
            return "| %s | %.3f | %.3f | %.3f | %.0f | %d | %d |"
                    .formatted(
                            server.name(),
                            Report.median(starts, Start::live),
                            Report.median(starts, Start::lookup),
                            Report.median(starts, Start::ready),
                            Report.median(starts, Start::idle),
                            loaded,
                            megabytes(onDisk));
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static long megabytes(Path path) {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(f -> f.toFile().length())
                            .sum()
                    >> 20;
        } catch (IOException e) {
            return 0;
        }
    }
}
