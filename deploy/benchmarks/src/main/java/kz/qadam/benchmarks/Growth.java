package kz.qadam.benchmarks;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.qadam.local.Database;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * M9: M1, M2, M4 and reads with more and more stored, against the same with the least. The databases grow as they do in
 * use, and by a tenth of the least in each run; what is compared is CPU, after the JVMs have compiled what they run.
 */
final class Growth implements Measure {

    private static final Goal INGEST = Goal.atMost(1.15, 1.05);
    private static final Goal ROLL_UP = Goal.atMost(1.2, 1.1);
    private static final Goal READS = Goal.atMost(1.1, 1.0);
    private static final Goal AS_OF = Goal.atMost(1.3, 1.1);
    private static final int READS_IN_A_RUN = 200;
    private static final int CONNECTIONS = 32;
    private static final int WARM_UPS = 3;

    @Override
    public void take(Lab lab, Report report) throws Exception {
        new Ingest(lab).take(report);
        lab.stage().clear();
        new Figures(lab).take(report);
    }

    private static void compare(Report report, String what, Map<Integer, List<Run>> bySize, Goal goal) {
        var sizes = bySize.keySet().stream().sorted().toList();
        for (int size : sizes.subList(1, sizes.size())) {
            var pairs = new Pairs(bySize.get(size), bySize.get(sizes.get(0)));
            String title = "%s with %,d stored, against %,d".formatted(what, size, sizes.get(0));
            report.add(Finding.of("M9", title, pairs, Reading.CPU, goal));
        }
    }

    /** Single posts and batches. */
    private static final class Ingest {

        private final Lab lab;
        private final ProgressDatabase progress;
        private final Stage.Running service;
        private final URI uri;
        private final int step;
        private final Map<Integer, List<Run>> singles = new TreeMap<>();
        private final Map<Integer, List<Run>> batches = new TreeMap<>();
        private int sent;

        Ingest(Lab lab) throws Exception {
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
            compare(report, "single posts", singles, INGEST);
            compare(report, "batches of 1,000", batches, INGEST);
        }

        private void warmUp() throws Exception {
            for (int round = 0; round < WARM_UPS; round++) {
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
                Sql.run(progress.database(), "truncate outbox");
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

    /** Roll-up and reads. */
    private static final class Figures {

        private final Lab lab;
        private final Events events;
        private final int step;
        private final Database database;
        private final Stage.Running service;
        private final Map<Integer, List<Run>> rollUps = new TreeMap<>();
        private final Map<Integer, List<Run>> reads = new TreeMap<>();
        private final Map<Integer, List<Run>> pastReads = new TreeMap<>();
        private int sent;

        Figures(Lab lab) throws Exception {
            this.lab = lab;
            List<Integer> stored = lab.sizes().stored();
            this.step = stored.get(0) / 10;
            this.events = new Events(
                    stored.get(stored.size() - 1) + step * lab.sizes().pairs() * (stored.size() + 1));
            RollUp.publish(lab, new Events(0));
            this.database = lab.stage().freshDatabase(Service.REPORTING);
            this.service = lab.stage().start(Service.REPORTING, Map.of(), List.of());
        }

        void take(Report report) throws Exception {
            for (int size : lab.sizes().stored()) {
                if (size > sent) {
                    rollUp(size - sent);
                }
                warmUp();
                for (int round = 0; round < lab.sizes().pairs(); round++) {
                    rollUps.computeIfAbsent(size, s -> new ArrayList<>()).add(rollUp(step));
                    reads.computeIfAbsent(size, s -> new ArrayList<>()).add(readNow());
                    pastReads.computeIfAbsent(size, s -> new ArrayList<>()).add(readThen());
                }
            }
            compare(report, "roll-up", rollUps, ROLL_UP);
            compare(report, "reads of today", reads, READS);
            compare(report, "reads as of an instant that nobody asked for before", pastReads, AS_OF);
        }

        /** What is stored has been rolled up by then. */
        private void warmUp() throws Exception {
            for (int round = 0; round < WARM_UPS; round++) {
                readNow();
                readThen();
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // What is lost is missed by the count.
        private Run rollUp(int count) throws Exception {
            lab.checkpoint();
            Meter meter = Meter.on(service.pid(), lab.stage().postmaster());
            try (KafkaProducer<byte[], byte[]> producer = OutboxDrain.producer(lab)) {
                events.range(sent, sent + count).forEach(producer::send);
            }
            sent += count;
            long all = (long) Events.described() + sent - sent / 10;
            Waiting.until(() -> Sql.numbers(database, RollUp.TAKEN).get(0) == all);
            return meter.stop(count);
        }

        private Run readNow() throws Exception {
            return read(instant -> "");
        }

        private Run readThen() throws Exception {
            return read(instant -> "?asOf=" + instant);
        }

        private Run read(Function<Instant, String> query) throws Exception {
            long first = micros("min");
            long last = micros("max");
            String token = lab.token("auditor", "");
            Meter meter = Meter.on(service.pid(), lab.stage().postmaster());
            Map<Integer, Integer> answers = Load.send(lab.stage().uri(Service.REPORTING), 1, READS_IN_A_RUN, i -> {
                long at = first + (last - first) * (i + 1) / (READS_IN_A_RUN + 1) + i;
                return Wire.get("/v1/progress" + query.apply(Instant.ofEpochSecond(0, at * 1_000)), token);
            });
            Run run = meter.stop(READS_IN_A_RUN);
            WrongCount.unlessEqual("answers", Map.of(200, READS_IN_A_RUN), answers);
            return run;
        }

        private long micros(String which) throws SQLException {
            return Sql.numbers(
                            database,
                            "select (extract(epoch from %s(instant)) * 1000000)::bigint from intake_batch"
                                    .formatted(which))
                    .get(0);
        }
    }
}
