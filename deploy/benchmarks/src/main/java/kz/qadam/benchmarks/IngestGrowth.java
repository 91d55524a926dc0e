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

    private static final MeasureGoal GOAL = MeasureGoal.atMost(1.15, 1.05);
    private static final int CONNECTIONS = 32;

    private final Lab lab;
    private final ProgressDatabase progress;
    private final Stage.Running service;
    private final URI uri;
    private final int step;
    private final Map<Integer, List<RunResult>> singles = new TreeMap<>();
    private final Map<Integer, List<RunResult>> batches = new TreeMap<>();
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
        StoredGrowth.compare(report, "single posts", singles, GOAL);
        StoredGrowth.compare(report, "batches of 1,000", batches, GOAL);
    }

    private void warmUp() throws Exception {
        for (int round = 0; round < StoredGrowth.WARM_UPS; round++) {
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
                SetBasedInsert.take(connection, posts(missing), missing);
            }
            progress.judge();
            Sql.run(progress.database(), "truncate outbox_event");
            Sql.run(progress.database(), "vacuum analyze");
        }
    }

    private RunResult single(int count) throws Exception {
        lab.checkpoint();
        Posts posts = posts(count);
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        HttpLoad.send(
                uri,
                CONNECTIONS,
                count,
                i -> HttpConnection.post("/v1/completions", lab.partner(posts.institution(i)), posts.json(i)));
        RunResult run = meter.stop(count);
        progress.requireKept(posts.first(), count);
        return run;
    }

    private RunResult batch(int count) throws Exception {
        lab.checkpoint();
        Posts posts = posts(count);
        String token = lab.token("office", "");
        List<byte[]> requests = IntStream.range(0, count / 1_000)
                .mapToObj(i -> HttpConnection.post("/v1/completions/batch", token, posts.batch(i * 1_000, 1_000)))
                .toList();
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        HttpLoad.send(uri, 1, requests.size(), requests::get);
        RunResult run = meter.stop(count);
        progress.requireKept(posts.first(), count);
        return run;
    }

    private Posts posts(int count) {
        var posts = new Posts(sent, progress.enrolments());
        sent += count;
        return posts;
    }
}
