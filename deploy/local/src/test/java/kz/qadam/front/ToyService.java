package kz.qadam.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service that does to its callers, by the last part of the path, what a front has to bear. */
final class ToyService implements AutoCloseable {

    /** For how long the stream says nothing: longer than a front may wait for the next byte by mistake. */
    static final Duration SILENCE = Duration.ofSeconds(3);

    private static final String END = "\r\n\r\n";

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);

    ToyService(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        daemon(this::serve);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                daemon(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            InputStream in = caller.getInputStream();
            String head = head(in);
            String path = head.split(" ", 3)[1];
            String what = path.substring(path.lastIndexOf('/') + 1);
            OutputStream out = caller.getOutputStream();
            switch (what) {
                case "413", "429", "503" -> {
                    out.write(("HTTP/1.1 " + what
                                    + " Early\r\nRetry-After: 7\r\nContent-Type: application/problem+json\r\n"
                                    + "Connection: close\r\nContent-Length: 5" + END + "early")
                            .getBytes(UTF_8));
                    out.flush();
                    in.transferTo(OutputStream.nullOutputStream());
                }
                case "stream" -> {
                    out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked" + END
                                    + chunk("data: first\n\n"))
                            .getBytes(UTF_8));
                    out.flush();
                    closed.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                    out.write((chunk("data: second\n\n") + "0" + END).getBytes(UTF_8));
                }
                case "deaf" -> closed.await();
                case "broken" -> {}
                default ->
                    out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + head.getBytes(UTF_8).length
                                    + END + head)
                            .getBytes(UTF_8));
            }
        } catch (IOException e) {
            // The caller has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith(END)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("A request without an end");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "toy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
