package kz.qadam.benchmarks;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/** M9 of progress-service: single posts and batches. */
final class IngestGrowth {

    private static final Goal GOAL = Goal.atMost(1.15, 1.05);
    private static final int CONNECTIONS = 32;

    private final Lab lab;
    private final ProgressDatabase progress;
    private final Stage.Running service;
    private final URI uri;
    private final int step;
    private final Map<Integer, List<Run>> singles = new TreeMap<>();
    private final Map<Integer, List<Run>> batches = new TreeMap<>();
    private int sent;

    IngestGrowth(Lab lab) throws Exception {
        this.lab = lab;
        this.step = lab.sizes().stored().get(0) / 10;
        this.progress = ProgressDatabase.fill(lab);
        this.service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        this.uri = lab.stage().uri(Service.PROGRESS);
    }

    void take(Report report) throws Exception {
        warmUp();
        for (int size : lab.sizes().stored()) {
            grow(size);
            for (int round = 0; round < lab.sizes().pairs(); round++) {
                singles.computeIfAbsent(size, s -> new ArrayList<>()).add(single(step));
                batches.computeIfAbsent(size, s -> new ArrayList<>()).add(batch(step));
            }
        }
        Growth.compare(report, "single posts", singles, GOAL);
        Growth.compare(report, "batches of 1,000", batches, GOAL);
    }

    private void warmUp() throws Exception {
        for (int round = 0; round < Growth.WARM_UPS; round++) {
            single(lab.sizes().posts());
            batch(lab.sizes().rows());
        }
        progress.empty(lab);
        sent = 0;
    }

    private void grow(int size) throws SQLException {
        int missing = size - sent;
        if (missing > 0) {
            try (var connection = progress.database().connect()) {
                SetBased.take(connection, posts(missing), missing);
            }
            progress.judge();
            Sql.run(progress.database(), "truncate outbox_event");
            Sql.run(progress.database(), "vacuum analyze");
        }
    }

    private Run single(int count) throws Exception {
        lab.checkpoint();
        Posts posts = posts(count);
        Meter meter = Meter.on(service.pid(), lab.stage().postmaster());
        Load.send(
                uri,
                CONNECTIONS,
                count,
                i -> Wire.post("/v1/completions", lab.partner(posts.institution(i)), posts.json(i)));
        Run run = meter.stop(count);
        progress.requireKept(posts.first(), count);
        return run;
    }

    private Run batch(int count) throws Exception {
        lab.checkpoint();
        Posts posts = posts(count);
        String token = lab.token("office", "");
        List<byte[]> requests = IntStream.range(0, count / 1_000)
                .mapToObj(i -> Wire.post("/v1/completions/batch", token, posts.batch(i * 1_000, 1_000)))
                .toList();
        Meter meter = Meter.on(service.pid(), lab.stage().postmaster());
        Load.send(uri, 1, requests.size(), requests::get);
        Run run = meter.stop(count);
        progress.requireKept(posts.first(), count);
        return run;
    }

    private Posts posts(int count) {
        var posts = new Posts(sent, progress.enrolments());
        sent += count;
        return posts;
    }
}
