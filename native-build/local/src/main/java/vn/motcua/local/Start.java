package vn.motcua.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code ./motcua start}: brings up the parts, the service and the demo, and stops them all at the end. */
public final class Start {
    private Start() {}

    public static void main(String[] args) throws InterruptedException {
        // The console speaks Vietnamese whatever the locale says.
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        try (var onlyOne = theOnlyOne()) {
            var options = StartOptions.of(List.of(args), System.getenv());
            var supervisor = new Supervisor();
            var parts = new Parts(options, supervisor, new Progress(System.out));
            System.out.println(parts.start());
            System.out.flush();
            supervisor.await();
        } catch (Trouble trouble) {
            System.err.println("\n" + trouble.getMessage());
        } catch (IOException | IllegalStateException | UncheckedIOException fault) {
            System.err.println("\nKhông khởi động được. / It could not be started: " + fault.getMessage());
            for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
                System.err.println("  " + cause.getMessage());
            }
        }
        System.exit(1);
    }

    /** Two starts on one data folder would take each other's files; the lock goes with the process, however it ends. */
    private static FileChannel theOnlyOne() throws IOException {
        var data = Files.createDirectories(Home.data());
        var channel = FileChannel.open(data.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            var where = Files.exists(RunFile.place()) ? RunFile.read().service() : "(đang khởi động / starting)";
            throw new Trouble("Một Cửa đang chạy rồi: " + where, "It is running already: " + where);
        }
        RunFile.delete();
        return channel;
    }
}
