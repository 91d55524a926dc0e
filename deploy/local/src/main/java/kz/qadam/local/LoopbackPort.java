package kz.qadam.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at ports of the loopback address. */
final class LoopbackPort {

    // Below what Linux gives to clients: no connection takes the port of a service that is starting again.
    private static final int FIRST = 20_000;
    private static final int LAST = 28_999;

    /** What is chosen by a program of this user: a locked file for each port. */
    private static final Path CHOSEN =
            Path.of(System.getProperty("java.io.tmpdir"), "qadam-ports-" + System.getProperty("user.name"));

    /** The system releases the locks when this process ends. */
    private static final Map<Integer, FileChannel> OURS = new ConcurrentHashMap<>();

    private LoopbackPort() {}

    /**
     * This many different ports on which nobody listens now, and which no other program of this user has chosen so: two suites
     * that start at the same time, or of which a part starts again, never have the same.
     */
    static int[] free(int count) throws IOException {
        Files.createDirectories(CHOSEN);
        int[] ports = new int[count];
        for (int i = 0; i < count; i++) {
            int port;
            do {
                port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            } while (!isChosen(port));
            ports[i] = port;
        }
        return ports;
    }

    /** Whether this process is the one that may have the port. */
    private static synchronized boolean isChosen(int port) throws IOException {
        if (OURS.containsKey(port)) {
            return false;
        }
        var file = FileChannel.open(
                CHOSEN.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() != null && !isTaken(port)) {
            OURS.put(port, file);
            return true;
        }
        file.close();
        return false;
    }

    /** Whether another program has the port. */
    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            // Closing connections of an earlier run do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether somebody accepts connections there. */
    static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
