package vn.motcua.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/**
 * What {@code ./motcua import} was asked for.
 *
 * @param restore the release to go back to, null when a file is imported
 */
record ImportOptions(Path file, String restore, String query) {
    static ImportOptions parse(String... args) {
        String file = null;
        String restore = null;
        var query = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--dry-run" -> query.add("dryRun=true");
                case "--strict" -> query.add("strict=true");
                case "--full" -> query.add("mode=FULL");
                case "--shape" -> query.add("shape=" + value(args, ++i).toUpperCase(Locale.ROOT));
                case "--restore" -> restore = value(args, ++i);
                default -> {
                    if (file != null || args[i].startsWith("--")) {
                        throw usage();
                    }
                    file = args[i];
                }
            }
        }
        boolean oneThing = (file == null) != (restore == null);
        if (!oneThing
                || (file != null && !Files.isReadable(Path.of(file)))
                || (restore != null && !restore.matches("\\d{1,18}"))) {
            throw usage();
        }
        return new ImportOptions(file == null ? null : Path.of(file), restore, String.join("&", query));
    }

    String address() {
        var path = "/v1/admin/catalogue/releases" + (restore == null ? "" : "/" + restore + "/restore");
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String value(String[] args, int index) {
        if (index >= args.length || !args[index].matches("[A-Za-z0-9]+")) {
            throw usage();
        }
        return args[index];
    }

    private static Trouble usage() {
        return new Trouble(
                "Cần tên một tệp đọc được: ./motcua import TỆP [--dry-run] [--strict] [--full] [--shape KIỂU], hoặc --restore SỐ",
                "Name a readable file: ./motcua import FILE [--dry-run] [--strict] [--full] [--shape SHAPE], or --restore NUMBER");
    }
}
