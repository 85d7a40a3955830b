import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Bundles the pages with esbuild (from its Maven artifact, no Node) and lays them out as the service serves them:
 * {@code target/classes/META-INF/motcua/web/}, each text also packed, and {@code files.txt} that lists them. It fails when
 * the first load of a face needs more script than its budget.
 */
class Bundle {
    private static final int SCRIPT_BUDGET = 150_000;
    private static final List<String> PAGES = List.of("index.html", "agency.html", "silent.html");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private final Path module;
    private final Path libraries;
    private final Path out;
    /** Served path to content, in order. */
    private final Map<String, byte[]> files = new TreeMap<>();

    Bundle(Path module) {
        this.module = module;
        this.libraries = module.resolve("target/libraries");
        this.out = module.resolve("target/classes/META-INF/motcua/web");
    }

    public static void main(String[] args) throws Exception {
        new Bundle(Path.of(args[0]).toAbsolutePath()).run();
    }

    private void run() throws Exception {
        linkLibraries();
        var bundled = emptied(module.resolve("target/bundle"));
        esbuild(
                "src/citizen.ts", "src/agency.ts", "src/silent.ts", "src/styles/citizen.css", "src/styles/agency.css",
                "--format=esm", "--splitting", "--entry-names=[name]-[hash]", "--chunk-names=part-[hash]",
                "--loader:.tsv=text", "--outdir=" + bundled);
        collect(bundled, "/app/");
        collect(module.resolve("src/static"), "/app/");
        licences();
        pages();
        serviceWorker();
        write();
        for (var page : List.of("index.html", "agency.html")) {
            checkBudget(page);
        }
    }

    /** esbuild and tsc look for libraries in node_modules; the jars have a folder for the version in between. */
    private void linkLibraries() throws IOException {
        var folder = emptied(module.resolve("target/node_modules"));
        for (var name : List.of("lit-html", "echarts", "zrender", "tslib")) {
            try (var versions = Files.list(libraries.resolve(name).resolve("META-INF/resources/_static").resolve(name))) {
                var newest = versions.max(Comparator.comparing(Path::toString)).orElseThrow();
                Files.createSymbolicLink(folder.resolve(name), newest);
            }
        }
    }

    private void esbuild(String... arguments) throws IOException, InterruptedException {
        Path program;
        try (var walk = Files.walk(libraries)) {
            program = walk.filter(file -> file.getFileName().toString().matches("esbuild(\\.exe)?"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("esbuild was not unpacked to " + libraries));
        }
        program.toFile().setExecutable(true);
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--bundle", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none", "--log-level=warning",
                "--alias:client=../openapi/client-typescript/target/client/index.ts",
                "--alias:normaliser=../openapi/normaliser/typescript/normaliser.ts"));
        var process = new ProcessBuilder(command).directory(module.toFile()).inheritIO();
        process.environment().put("NODE_PATH", module.resolve("target/node_modules").toString());
        int code = process.start().waitFor();
        if (code != 0) {
            System.exit(code);
        }
    }

    private void collect(Path folder, String prefix) throws IOException {
        for (var file : sorted(folder)) {
            files.put(prefix + folder.relativize(file), Files.readAllBytes(file));
        }
    }

    /** What the libraries ask to be told with every copy of them. */
    private void licences() throws IOException {
        var text = new StringBuilder();
        for (var file : sorted(libraries)) {
            if (file.getFileName().toString().matches("(LICENSE|NOTICE|CopyrightNotice)(\\.txt|\\.md)?")) {
                text.append("== ").append(libraries.relativize(file).getName(0)).append(" ==\n\n");
                text.append(Files.readString(file)).append("\n\n");
            }
        }
        files.put("/app/licences.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code @citizen.js@} in a page stands for the hashed name of that entry. */
    private void pages() throws IOException {
        for (var page : PAGES) {
            var text = Files.readString(module.resolve("src").resolve(page));
            var named = Pattern.compile("@([a-z]+)\\.(js|css)@")
                    .matcher(text)
                    .replaceAll(name -> hashed(name.group(1), name.group(2)));
            // What the entry imports is asked for together with it: on a slow network each turn costs.
            var preloads = firstScripts(named).stream()
                    .skip(1)
                    .map(name -> "<link rel=\"modulepreload\" href=\"" + name + "\">\n")
                    .collect(Collectors.joining());
            var whole = named.replace("</head>", preloads + "</head>");
            files.put("/" + page, whole.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String hashed(String entry, String kind) {
        return files.keySet().stream()
                .filter(path -> path.matches("/app/" + entry + "-[A-Z0-9]{8}\\." + kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no bundle of " + entry + "." + kind));
    }

    /** What the citizen's app needs without a network; the console and its charts are left out. */
    private void serviceWorker() throws Exception {
        var shell = new ArrayList<>(reachable("/index.html"));
        shell.set(0, "/"); // the address at which that page is served
        shell.add("/app/icon.svg");
        shell.add("/app/icon-192.png");
        shell.add("/app/manifest.webmanifest");
        var digest = MessageDigest.getInstance("SHA-256");
        files.values().forEach(digest::update);
        var version = HexFormat.of().formatHex(digest.digest(), 0, 6);
        var list = shell.stream().map(path -> "\"" + path + "\"").collect(Collectors.joining(",", "[", "]"));
        var target = module.resolve("target/sw.js");
        esbuild("src/sw.ts", "--format=iife", "--define:SHELL=" + list, "--define:VERSION=\"" + version + "\"",
                "--outfile=" + target);
        files.put("/sw.js", Files.readAllBytes(target));
    }

    /** A page and everything it names, and what that imports, now or later. */
    private List<String> reachable(String page) {
        var found = new ArrayList<>(List.of(page));
        for (int i = 0; i < found.size(); i++) {
            var text = new String(files.get(found.get(i)), StandardCharsets.UTF_8);
            names(text).filter(name -> !found.contains(name)).forEach(found::add);
        }
        return found;
    }

    private Stream<String> names(String text) {
        return Pattern.compile("(?:\\./|/app/)([a-z]+-[A-Z0-9]{8}\\.(?:js|css))")
                .matcher(text)
                .results()
                .map(found -> "/app/" + found.group(1))
                .filter(files::containsKey)
                .distinct();
    }

    private void write() throws IOException {
        emptied(out);
        var list = new StringBuilder();
        for (var file : files.entrySet()) {
            var place = out.resolve(file.getKey().substring(1));
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
            var kind = file.getKey().substring(file.getKey().lastIndexOf('.') + 1);
            if (!kind.equals("png")) {
                Files.write(Path.of(place + ".gz"), packed(file.getValue()));
            }
            list.append(file.getKey()).append('\t').append(TYPES.get(kind)).append('\n');
        }
        Files.writeString(out.resolve("files.txt"), list);
    }

    /** Only what is imported at once counts: {@code import("…")} is loaded when it is needed. */
    private void checkBudget(String page) throws IOException {
        int size = 0;
        for (var name : firstScripts(new String(files.get("/" + page), StandardCharsets.UTF_8))) {
            size += packed(files.get(name)).length;
        }
        System.out.println("Web: " + page + " loads " + size + " bytes of script first (gzip), budget " + SCRIPT_BUDGET);
        if (size > SCRIPT_BUDGET) {
            System.err.println("Web: the first load of " + page + " is over its budget.");
            System.exit(1);
        }
    }

    private List<String> firstScripts(String page) {
        var first = new ArrayList<>(
                names(page).filter(name -> name.endsWith(".js")).toList());
        for (int i = 0; i < first.size(); i++) {
            var text = new String(files.get(first.get(i)), StandardCharsets.UTF_8);
            Pattern.compile("(?:from|import)\\s*\"\\./([a-z]+-[A-Z0-9]{8}\\.js)\"")
                    .matcher(text)
                    .results()
                    .map(found -> "/app/" + found.group(1))
                    .filter(name -> !first.contains(name))
                    .forEach(first::add);
        }
        return first;
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(9);
            }
        }) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (var walk = Files.walk(folder)) {
                for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
