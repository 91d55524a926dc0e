package kz.qadam.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.local.Database;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/**
 * M6: all figures are rebuilt from the event log while the service answers; compared with a consumer that copies the
 * facts.
 */
final class FigureRebuild implements VersionedMeasure {

    private static final MeasureGoal GOAL = MeasureGoal.atMost(2, 1.4);
    private static final String FACTS =
            "truncate completion_fact, enrolment_fact, trained_fact, rollup_cell, rollup_cell_past";

    @Override
    public void take(Lab lab, Report report) throws Exception {
        var events = new Events(lab.sizes().rebuilt());
        Database database = takeIn(lab, events);
        var reads = new AtomicInteger();
        Rounds rounds = new Rounds()
                .side("rebuild", round -> rebuild(lab, database, events, reads))
                .side("bare", round -> RollUp.rival(lab, events, BareConsumer.class, FACTS))
                .run(lab.sizes().pairs());
        RunPairs pairs = rounds.pair("rebuild", "bare");
        report.add(ReportLine.of(
                "M6",
                "rebuild, " + reads.get() + " reads answered meanwhile; against a bare consumer + COPY",
                pairs,
                ComparedValue.CPU,
                GOAL));
        report.add(ReportLine.of("M6", "the same, rate", pairs, ComparedValue.RATE, null));
    }

    @Override
    public Map<String, Rounds.Side> sides(Lab lab) throws Exception {
        var events = new Events(lab.sizes().rebuilt());
        Database database = takeIn(lab, events);
        return Map.of("rebuild while reads are answered", round -> rebuild(lab, database, events, new AtomicInteger()));
    }

    private static Database takeIn(Lab lab, Events events) throws Exception {
        RollUp.publish(lab, events);
        Database database = lab.stage().freshDatabase(Service.REPORTING);
        lab.stage().start(Service.REPORTING, Map.of(), List.of());
        Waiting.until(() -> Sql.numbers(database, RollUp.TAKEN).get(0) == events.different() + Events.described());
        return database;
    }

    private static RunResult rebuild(Lab lab, Database database, Events events, AtomicInteger reads) throws Exception {
        lab.checkpoint();
        var open = new AtomicBoolean(true);
        Stage.Running rebuild = lab.stage().rebuild();
        double before = Cpu.secondsOf(lab.stage().postmaster());
        long began = System.nanoTime();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> read(lab, open, reads));
        double own = 0;
        while (rebuild.isAlive()) {
            // Its CPU counters vanish with the process; so they are read often.
            own = Math.max(own, Cpu.secondsOf(rebuild.pid()));
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        open.set(false);
        reader.join();
        RollUp.requireCounts(database, events);
        return new RunResult(
                events.different() + Events.described(),
                seconds,
                own + Cpu.secondsOf(lab.stage().postmaster()) - before);
    }

    private static void read(Lab lab, AtomicBoolean open, AtomicInteger reads) {
        try (var wire = new HttpConnection(lab.stage().uri(Service.REPORTING))) {
            byte[] read = HttpConnection.get("/v1/progress", lab.token("auditor", ""));
            while (open.get()) {
                WrongCount.unlessEqual("status while it rebuilds", 200, wire.exchange(read));
                reads.incrementAndGet();
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
