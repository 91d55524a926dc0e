package kz.qadam.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * M5: the time until a post is visible to an auditor in {@code GET /v1/progress}, at 500 posts a second, whether or not
 * they are answered. Compared with a chain wired by hand: insert, produce, poll, update, read.
 */
final class Visibility implements VersionedMeasure {

    private static final MeasureGoal P50 = MeasureGoal.atMost(3, 2);
    private static final MeasureGoal P99 = MeasureGoal.atMost(5, 3);

    /** Warms up the JVMs: the first minute of a service belongs to M8. */
    static final int WARM_UPS = 4;

    /** Runs one round of posts; a negative number only warms up. */
    interface Round {
        Latencies run(int round) throws Exception;
    }

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = startSuite(lab).progress();
        for (int round = 1; round <= WARM_UPS; round++) {
            ours(lab, progress, -round);
            HandWiredChain.run(lab, load(lab));
        }
        List<Latencies> ours = new ArrayList<>();
        List<Latencies> theirs = new ArrayList<>();
        for (int round = 0; round < lab.sizes().pairs(); round++) {
            ours.add(ours(lab, progress, round));
            theirs.add(HandWiredChain.run(lab, load(lab)));
            System.err.printf("  ours %s, by hand %s%n", ours.get(round), theirs.get(round));
        }
        report.add(line(
                "M5", "p50 from post to visible, against a chain wired by hand", ours, theirs, Latencies::p50, P50));
        report.add(line(
                "M5", "p99 from post to visible, against a chain wired by hand", ours, theirs, Latencies::p99, P99));
    }

    @Override
    public Map<String, Rounds.Side> sides(Lab lab) throws Exception {
        Suite suite = startSuite(lab);
        for (int round = 1; round <= WARM_UPS; round++) {
            ours(lab, suite.progress(), -round);
        }
        return Map.of("posts until they are visible", round -> {
            CpuMeter meter = CpuMeter.on(suite.pids());
            Latencies latencies = ours(lab, suite.progress(), round);
            System.err.println("  " + latencies);
            return meter.stop(OpenLoop.events(lab.sizes().probes()));
        });
    }

    /**
     * The processes and the database that a post passes through.
     *
     * @param pids the ids of all these processes
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Suite(ProgressDatabase progress, long... pids) {}

    /** Starts both services that a post passes through, and waits until the catalogue has been taken in. */
    @SuppressWarnings("FutureReturnValueIgnored") // The count shows whether an event was lost.
    static Suite startSuite(Lab lab) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        try (KafkaProducer<byte[], byte[]> producer = OutboxDrain.producer(lab)) {
            new Events(0).catalogue().forEach(producer::send);
        }
        var figures = lab.stage().freshDatabase(Service.REPORTING);
        Stage.Running intake = lab.stage().start(Service.PROGRESS, Map.of(), List.of());
        Stage.Running reads = lab.stage().start(Service.REPORTING, Map.of(), List.of());
        Waiting.until(() -> Sql.numbers(figures, RollUp.TAKEN).get(0) == Events.described());
        return new Suite(
                progress,
                intake.pid(),
                reads.pid(),
                lab.stage().postmaster(),
                lab.stage().brokerPid());
    }

    /** Runs all rounds of one side, where the sides cannot take turns. */
    static List<Latencies> rounds(Lab lab, Round one) throws Exception {
        List<Latencies> all = new ArrayList<>();
        for (int round = -WARM_UPS; round < lab.sizes().pairs(); round++) {
            Latencies latencies = one.run(round);
            if (round >= 0) {
                all.add(latencies);
                System.err.println("  " + latencies);
            }
        }
        return all;
    }

    static <T> ReportLine line(
            String measure,
            String what,
            List<T> ours,
            List<T> theirs,
            ToDoubleFunction<T> percentile,
            MeasureGoal goal) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(percentile.applyAsDouble(ours.get(i)) / percentile.applyAsDouble(theirs.get(i)));
        }
        return new ReportLine(
                measure,
                what,
                "ms",
                Spread.of(ours.stream().map(percentile::applyAsDouble).toList()),
                Spread.of(theirs.stream().map(percentile::applyAsDouble).toList()),
                Spread.of(ratios),
                goal);
    }

    static Latencies ours(Lab lab, ProgressDatabase progress, int round) throws Exception {
        return ours(lab, progress, round, load(lab));
    }

    static <T> T ours(Lab lab, ProgressDatabase progress, int round, Load<T> load) throws Exception {
        return run(lab, progress, lab.stage().uri(Service.PROGRESS), lab.stage().uri(Service.REPORTING), round, load);
    }

    /** The same for other addresses than those of the suite. */
    static Latencies run(Lab lab, ProgressDatabase progress, URI postsTo, URI readsFrom, int round) throws Exception {
        return run(lab, progress, postsTo, readsFrom, round, load(lab));
    }

    private static Load<Latencies> load(Lab lab) {
        return (senders, seen) -> OpenLoop.run(lab.sizes().probes(), senders, seen);
    }

    /** @param round each round has posts of its own, about people of its own */
    private static <T> T run(Lab lab, ProgressDatabase progress, URI postsTo, URI readsFrom, int round, Load<T> load)
            throws Exception {
        var posts = new Posts(1_000_000 + round * (progress.enrolments() / 10), progress.enrolments());
        try (var reads = new HttpConnection(readsFrom)) {
            byte[] read = HttpConnection.get("/v1/progress", lab.token("auditor", ""));
            long before = completions(reads, read);
            return load.run(() -> sender(lab, postsTo, posts), () -> completions(reads, read) - before);
        }
    }

    private static Load.Sender sender(Lab lab, URI to, Posts posts) throws IOException {
        var wire = new HttpConnection(to);
        return new Load.Sender() {
            @Override
            public void send(int event) throws IOException {
                int post = Posts.accepted(event);
                int status = wire.exchange(
                        HttpConnection.post("/v1/completions", lab.partner(posts.institution(post)), posts.json(post)));
                WrongCount.unlessEqual("status", 201, status);
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    private static long completions(HttpConnection reads, byte[] read) throws IOException {
        WrongCount.unlessEqual("status", 200, reads.exchange(read));
        long sum = 0;
        for (JsonNode cohort : new ObjectMapper().readTree(reads.body()).get("cohorts")) {
            sum += cohort.get("completions").asLong();
        }
        return sum;
    }
}
