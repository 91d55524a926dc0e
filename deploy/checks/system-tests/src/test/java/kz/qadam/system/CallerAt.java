package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody who calls from an address of this machine, and keeps connections open. */
final class CallerAt implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final InetAddress address;
    private final List<Socket> open = new ArrayList<>();

    CallerAt(String address) {
        try {
            this.address = InetAddress.getByName(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of the answer; the connection stays open. */
    String get(URI server, String path, String... headers) {
        try {
            var socket = new Socket();
            open.add(socket);
            socket.bind(new InetSocketAddress(address, 0));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                            .formatted(
                                    path,
                                    server.getAuthority(),
                                    String.join(
                                            "",
                                            List.of(headers).stream()
                                                    .map(header -> header + "\r\n")
                                                    .toList()))
                            .getBytes(UTF_8));
            return firstLine(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '\r') {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }

    @Override
    public void close() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
