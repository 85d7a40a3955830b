package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A certificate for loopback, made by the JDK's keytool for one run, so that HTTP/2 is spoken as with Google's server. */
record FcmTls(Path keys, String password, Path certificate) {
    static FcmTls make(Path folder) {
        var password = UUID.randomUUID().toString();
        var keys = folder.resolve("fcm.p12");
        var certificate = folder.resolve("fcm.pem");
        var common = List.of("-alias", "fcm", "-keystore", keys.toString(), "-storepass", password);
        keytool(
                common,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Một Cửa local FCM",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "30",
                "-storetype",
                "PKCS12");
        keytool(common, "-exportcert", "-rfc", "-file", certificate.toString());
        return new FcmTls(keys, password, certificate);
    }

    private static void keytool(List<String> common, String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(common);
        try {
            var log = Files.createTempFile("keytool", ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool could not make a certificate: " + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "FcmTls[" + certificate + "]";
    }
}
