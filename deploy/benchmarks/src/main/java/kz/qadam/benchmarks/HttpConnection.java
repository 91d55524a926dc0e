package kz.qadam.benchmarks;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One persistent HTTP/1.1 connection with as little code as possible: the load generator shares the machine with the
 * measured processes.
 */
final class HttpConnection implements Closeable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private byte[] buffer = new byte[64 << 10];
    private int filled;
    private int bodyStart;
    private int bodyEnd;

    HttpConnection(URI server) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    static byte[] post(String path, String token, byte[] json) {
        return postAs(path, "Bearer " + token, json);
    }

    /** @param authorization the header of this name */
    static byte[] postAs(String path, String authorization, byte[] json) {
        byte[] head = """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(path, authorization, json.length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    static byte[] get(String path, String token) {
        return """
                GET %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s

                """.formatted(path, token).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request, and returns the status when the whole answer has been read. */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        bodyStart = -1;
        while (bodyStart < 0) {
            fill();
            bodyStart = endOfHead();
        }
        String head = new String(buffer, 0, bodyStart, StandardCharsets.ISO_8859_1);
        if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            joinChunks();
        } else {
            bodyEnd = bodyStart + length(head);
            awaitBytes(bodyEnd);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The body of the last answer. */
    String body() {
        return new String(buffer, bodyStart, bodyEnd - bodyStart, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Moves the chunks of the body together, so that it is in one piece. */
    private void joinChunks() throws IOException {
        bodyEnd = bodyStart;
        int at = bodyStart;
        int size;
        do {
            int line = at;
            while (at < line + 3 || buffer[at - 1] != '\n') {
                awaitBytes(++at);
            }
            size = Integer.parseInt(new String(buffer, line, at - line, StandardCharsets.US_ASCII).strip(), 16);
            awaitBytes(at + size + 2);
            System.arraycopy(buffer, at, buffer, bodyEnd, size);
            bodyEnd += size;
            at += size + 2;
        } while (size > 0);
    }

    private void awaitBytes(int count) throws IOException {
        while (filled < count) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The server has closed the connection");
        }
        filled += read;
    }

    private int endOfHead() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int length(String head) throws IOException {
        int at = head.toLowerCase(Locale.ROOT).indexOf("content-length:");
        if (at < 0) {
            if (head.startsWith("304", 9) || head.startsWith("204", 9)) {
                return 0;
            }
            throw new IOException("An answer without a length:\n" + head);
        }
        return Integer.parseInt(head.substring(at + 15, head.indexOf('\r', at)).strip());
    }
}
