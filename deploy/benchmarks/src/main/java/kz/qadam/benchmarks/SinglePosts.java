package kz.qadam.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/**
 * M1: single durable posts with token, validation and the look-up of the same reference, each answered after the commit
 * with its outbox rows. Compared with PostgreSQL alone, which writes the same rows in one transaction each. The relay
 * does not run on either side: M3 measures it.
 */
final class SinglePosts implements VersionedMeasure {

    private static final int CONNECTIONS = 32;
    private static final MeasureGoal GOAL = MeasureGoal.atMost(0.7, 0.5);

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        post(lab, progress, service, 0);
        RunPairs pairs = new Rounds()
                .side("service", round -> post(lab, progress, service, round))
                .side("pgbench", round -> pgbench(lab, progress, round))
                .run(lab.sizes().pairs())
                .pair("service", "pgbench");
        report.add(ReportLine.of(
                "M1",
                "single posts: service + PostgreSQL, against PostgreSQL under pgbench",
                pairs,
                ComparedValue.CPU,
                GOAL));
        report.add(ReportLine.of("M1", "the same, rate", pairs, ComparedValue.RATE, null));
        report.add(ReportLine.of(
                "M8",
                "memory of progress-service under M1",
                "MB",
                Spread.of(List.of(Cpu.peakMegabytes(service.pid()))),
                MeasureGoal.atMost(250, 200)));
        service.stop();
    }

    @Override
    public Map<String, Rounds.Side> sides(Lab lab) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        post(lab, progress, service, 0);
        return Map.of("single posts", round -> post(lab, progress, service, round));
    }

    private static RunResult post(Lab lab, ProgressDatabase progress, Stage.Running service, int round)
            throws Exception {
        return post(lab, progress, service, round, institution -> "Bearer " + lab.partner(institution));
    }

    /** @param authorization the header of this name, by the institution */
    static RunResult post(
            Lab lab, ProgressDatabase progress, Stage.Running service, int round, UnaryOperator<String> authorization)
            throws Exception {
        progress.empty(lab);
        int count = lab.sizes().posts();
        var posts = new Posts(round * count, progress.enrolments());
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        Map<Integer, Integer> answers = HttpLoad.send(
                lab.stage().uri(Service.PROGRESS),
                CONNECTIONS,
                count,
                i -> HttpConnection.postAs(
                        "/v1/completions", authorization.apply(posts.institution(i)), posts.json(i)));
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("answers", Map.of(200, count / 10, 201, count - count / 10), answers);
        progress.requirePublishedCounts(posts.first(), count);
        return run;
    }

    private static RunResult pgbench(Lab lab, ProgressDatabase progress, int round) throws Exception {
        progress.empty(lab);
        int count = lab.sizes().posts();
        var posts = new Posts(round * count, progress.enrolments());
        CpuMeter meter = CpuMeter.on(lab.stage().postmaster());
        Pgbench.run(lab, progress.database(), posts, count);
        RunResult run = meter.stop(count);
        progress.requirePublishedCounts(posts.first(), count);
        return run;
    }
}
