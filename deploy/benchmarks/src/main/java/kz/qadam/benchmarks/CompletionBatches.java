package kz.qadam.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/**
 * M2: batches over one connection, compared with the same rows by one set-based statement for each thousand, and with
 * COPY of rows of which every column is known.
 */
final class CompletionBatches implements VersionedMeasure {

    private static final int MULTI_STATUS = 207;
    private static final MeasureGoal OF_SET_BASED = MeasureGoal.atLeast(0.8, 1.0);
    private static final MeasureGoal OF_COPY = MeasureGoal.atLeast(0.3, 0.4);

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        post(lab, progress, service, 0, 1_000);
        var bench = new PostgresAlone(lab, progress);
        Rounds rounds = new Rounds()
                .side("1,000", round -> post(lab, progress, service, round, 1_000))
                .side("5,000", round -> post(lab, progress, service, round, 5_000))
                .side("set-based", bench::setBased)
                .side("COPY", bench::copy)
                .run(lab.sizes().pairs());
        for (String size : List.of("1,000", "5,000")) {
            report.add(ReportLine.of(
                    "M2",
                    "batches of " + size + ", against one statement for each 1,000",
                    rounds.pair(size, "set-based"),
                    ComparedValue.RATE,
                    OF_SET_BASED));
            report.add(ReportLine.of(
                    "M2",
                    "batches of " + size + ", against COPY",
                    rounds.pair(size, "COPY"),
                    ComparedValue.RATE,
                    OF_COPY));
        }
        report.add(ReportLine.of(
                "M2",
                "batches of 1,000: CPU, against one statement for each 1,000",
                rounds.pair("1,000", "set-based"),
                ComparedValue.CPU,
                null));
        service.stop();
    }

    @Override
    public Map<String, Rounds.Side> sides(Lab lab) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        post(lab, progress, service, 0, 1_000);
        return Map.of(
                "batches of 1,000", round -> post(lab, progress, service, round, 1_000),
                "batches of 5,000", round -> post(lab, progress, service, round, 5_000));
    }

    private static RunResult post(Lab lab, ProgressDatabase progress, Stage.Running service, int round, int size)
            throws Exception {
        progress.empty(lab);
        int count = lab.sizes().rows();
        var posts = new Posts(round * count, progress.enrolments());
        String token = lab.token("office", "");
        URI server = lab.stage().uri(Service.PROGRESS);
        List<byte[]> requests = IntStream.range(0, count / size)
                .mapToObj(i -> HttpConnection.post("/v1/completions/batch", token, posts.batch(i * size, size)))
                .toList();
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        Map<Integer, Integer> answers = HttpLoad.send(server, 1, requests.size(), requests::get);
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("answers", Map.of(MULTI_STATUS, count / size), answers);
        progress.requirePublishedCounts(posts.first(), count);
        return run;
    }

    /** The rivals: PostgreSQL without the service. */
    private static final class PostgresAlone {

        private final Lab lab;
        private final ProgressDatabase progress;
        private RowCopies copies;

        PostgresAlone(Lab lab, ProgressDatabase progress) {
            this.lab = lab;
            this.progress = progress;
        }

        RunResult setBased(int round) throws Exception {
            progress.empty(lab);
            int count = lab.sizes().rows();
            var posts = new Posts(round * count, progress.enrolments());
            try (var connection = progress.database().connect()) {
                CpuMeter meter = CpuMeter.on(lab.stage().postmaster());
                SetBasedInsert.take(connection, posts, count);
                RunResult run = meter.stop(count);
                progress.requirePublishedCounts(posts.first(), count);
                copies = RowCopies.of(connection);
                return run;
            }
        }

        /** Copies the rows of the last set-based run. */
        RunResult copy(int round) throws Exception {
            progress.empty(lab);
            int count = lab.sizes().rows();
            try (var connection = progress.database().connect()) {
                CpuMeter meter = CpuMeter.on(lab.stage().postmaster());
                copies.into(connection);
                RunResult run = meter.stop(count);
                progress.requirePublishedCounts(round * count, count);
                return run;
            }
        }
    }
}
