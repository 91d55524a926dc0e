package kz.qadam.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import kz.qadam.trail.AuditClient;

/** Gives segments out as a service does, and notes what is confirmed. */
final class ServedSegments implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, TreeMap<Long, Segment>> streams = new ConcurrentHashMap<>();
    private final Map<String, byte[]> again = new ConcurrentHashMap<>();
    private final Map<String, String> cleared = new ConcurrentHashMap<>();
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final List<String> confirmed = new ArrayList<>();
    private final List<String> packed = new CopyOnWriteArrayList<>();

    ServedSegments() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    AuditClient client() {
        return new AuditClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token");
    }

    void serve(Segment... segments) {
        for (Segment one : segments) {
            streams.computeIfAbsent(one.manifest().stream(), stream -> new TreeMap<>())
                    .put(one.manifest().number(), one);
        }
    }

    /** The database has these lines now, where a segment was sealed. */
    void alter(SegmentManifest manifest, String lines) {
        again.put(manifest.path(), lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the entry about a subject is cleared. */
    void clear(SegmentManifest manifest, String subject) {
        cleared.put(manifest.path(), subject);
    }

    /** The entries of a segment have left the database. */
    void drop(SegmentManifest manifest) {
        dropped.add(manifest.path());
    }

    /** Takes away a segment and those after it. */
    void cut(SegmentManifest from) {
        streams.get(from.stream()).tailMap(from.number(), true).clear();
    }

    List<String> confirmed() {
        return confirmed.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** The lines that were fetched, as streams and numbers. */
    List<String> packed() {
        return packed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<byte[]> answer;
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        TreeMap<Long, Segment> stream = streams.getOrDefault(path[1], new TreeMap<>());
        if (exchange.getRequestMethod().equals("PUT")) {
            confirmed.add(path[1] + "/" + path[3]);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        if (path.length == 3) {
            String query = exchange.getRequestURI().getQuery();
            long after = Long.parseLong(query.replaceFirst(".*after=([0-9]+).*", "$1"));
            answer = Optional.of(stream.tailMap(after, false).values().stream()
                    .map(Segment::manifest)
                    .filter(one -> !query.contains("epoch=") || query.endsWith("epoch=" + one.epoch()))
                    .limit(Long.parseLong(query.replaceFirst(".*limit=([0-9]+).*", "$1")))
                    .map(SegmentManifest::number)
                    .map(number -> "{\"number\":%d}".formatted(number))
                    .collect(Collectors.joining(",", "{\"items\":[", "]}"))
                    .getBytes(StandardCharsets.UTF_8));
        } else {
            Segment segment = stream.get(Long.parseLong(path[3].replaceFirst("[.].*", "")));
            answer = Optional.ofNullable(segment)
                    .map(one -> file(one, exchange.getRequestURI().getPath()));
        }
        byte[] body = answer.orElse(new byte[0]);
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private byte[] file(Segment segment, String path) {
        SegmentManifest manifest = segment.manifest();
        byte[] lines = again.getOrDefault(manifest.path(), lines(segment));
        if (path.endsWith("/again")) {
            String subjects =
                    cleared.containsKey(manifest.path()) ? "\"%s\"".formatted(cleared.get(manifest.path())) : "";
            return "{\"data\":\"%s\",\"cleared\":[%s],\"dropped\":%s}"
                    .formatted(Digests.of(lines), subjects, dropped.contains(manifest.path()))
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (path.endsWith("/again.ndjson")) {
            return lines;
        }
        if (path.endsWith(".manifest")) {
            return manifest.text().getBytes(StandardCharsets.UTF_8);
        }
        if (path.endsWith(".sig")) {
            return segment.signature();
        }
        packed.add(manifest.stream() + "/" + manifest.number());
        return segment.packed();
    }

    private static byte[] lines(Segment segment) {
        try {
            return segment.lines();
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
