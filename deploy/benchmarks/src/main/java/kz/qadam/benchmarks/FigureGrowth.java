package kz.qadam.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.qadam.local.Database;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * M9 of reporting-service: roll-up and reads. Even the smallest amount of stored events covers all days, and reads ask
 * for the second half of the time in which they were stored: so answers cover about as many days for each amount.
 */
final class FigureGrowth {

    private static final MeasureGoal ROLL_UP = MeasureGoal.atMost(1.2, 1.1);
    private static final MeasureGoal READS = MeasureGoal.atMost(1.1, 1.0);
    private static final MeasureGoal AS_OF = MeasureGoal.atMost(1.3, 1.1);
    private static final int READS_IN_A_RUN = 200;

    private final Lab lab;
    private final Events events;
    private final int step;
    private final Database database;
    private final Stage.Running service;
    private final Map<Integer, List<RunResult>> rollUps = new TreeMap<>();
    private final Map<Integer, List<RunResult>> reads = new TreeMap<>();
    private final Map<Integer, List<RunResult>> pastReads = new TreeMap<>();
    private int sent;

    FigureGrowth(Lab lab) throws Exception {
        this.lab = lab;
        List<Integer> stored = lab.sizes().stored();
        int least = stored.get(0);
        int most = stored.get(stored.size() - 1);
        this.step = least / 10;
        this.events = new Events(most + step * lab.sizes().pairs() * (stored.size() + 1), least);
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
        StoredGrowth.compare(report, "roll-up", rollUps, ROLL_UP);
        StoredGrowth.compare(report, "reads of today", reads, READS);
        StoredGrowth.compare(report, "reads as of an instant that nobody asked for before", pastReads, AS_OF);
    }

    /** Warms up the reads; by then all stored events have been rolled up. */
    private void warmUp() throws Exception {
        for (int round = 0; round < StoredGrowth.WARM_UPS; round++) {
            readNow();
            readThen();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The count shows whether an event was lost.
    private RunResult rollUp(int count) throws Exception {
        lab.checkpoint();
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        try (KafkaProducer<byte[], byte[]> producer = OutboxDrain.producer(lab)) {
            events.range(sent, sent + count).forEach(producer::send);
        }
        sent += count;
        long all = (long) Events.described() + sent - sent / 10;
        Waiting.until(() -> Sql.numbers(database, RollUp.TAKEN).get(0) == all);
        return meter.stop(count);
    }

    private RunResult readNow() throws Exception {
        return read(instant -> "");
    }

    private RunResult readThen() throws Exception {
        return read(instant -> "?asOf=" + instant);
    }

    private RunResult read(Function<Instant, String> query) throws Exception {
        long last = micros("max");
        long first = (micros("min") + last) / 2;
        String token = lab.token("auditor", "");
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        Map<Integer, Integer> answers = HttpLoad.send(lab.stage().uri(Service.REPORTING), 1, READS_IN_A_RUN, i -> {
            long at = first + (last - first) * (i + 1) / (READS_IN_A_RUN + 1) + i;
            return HttpConnection.get("/v1/progress" + query.apply(Instant.ofEpochSecond(0, at * 1_000)), token);
        });
        RunResult run = meter.stop(READS_IN_A_RUN);
        WrongCount.unlessEqual("answers", Map.of(200, READS_IN_A_RUN), answers);
        return run;
    }

    private long micros(String which) throws SQLException {
        return Sql.numbers(
                        database,
                        "select (extract(epoch from %s(instant)) * 1000000)::bigint from intake_batch".formatted(which))
                .get(0);
    }
}
