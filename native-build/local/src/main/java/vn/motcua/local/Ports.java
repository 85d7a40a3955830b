package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports on loopback. */
final class Ports {
    private static final int TRIES = 100;

    private Ports() {}

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** This port or the next free one above it. */
    static int from(int wanted) {
        return IntStream.range(wanted, wanted + TRIES)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        "Không còn cổng trống từ " + wanted + " trở lên.",
                        "No free port from " + wanted + " upwards."));
    }

    static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
