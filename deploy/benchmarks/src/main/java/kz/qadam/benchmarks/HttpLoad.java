package kz.qadam.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Sends requests over some persistent connections; each sends its next request as soon as the last one is answered.
 */
final class HttpLoad {

    private HttpLoad() {}

    /** Sends this many requests; returns how often each status was answered. */
    static Map<Integer, Integer> send(URI server, int connections, int count, IntFunction<byte[]> request)
            throws Exception {
        var next = new AtomicInteger();
        List<Future<Map<Integer, Integer>>> senders = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            for (int i = 0; i < connections; i++) {
                senders.add(threads.submit(() -> send(server, next, count, request)));
            }
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Future<Map<Integer, Integer>> sender : senders) {
                sender.get().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<Integer, Integer> send(URI server, AtomicInteger next, int count, IntFunction<byte[]> request)
            throws Exception {
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (var wire = new HttpConnection(server)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                statuses.merge(wire.exchange(request.apply(i)), 1, Integer::sum);
            }
        }
        return statuses;
    }
}
