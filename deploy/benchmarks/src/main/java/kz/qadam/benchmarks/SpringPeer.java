package kz.qadam.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.qadam.local.Database;
import kz.qadam.local.Jvm;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/**
 * M1, M2 and M5 of a service that many teams would write instead, on Spring Boot with the same schema. It checks no
 * tokens, and serves only this comparison.
 */
final class SpringPeer implements Measure {

    private static final MeasureGoal SINGLE = MeasureGoal.atLeast(2, 4);
    private static final MeasureGoal BATCH = MeasureGoal.atLeast(3, 6);
    private static final int CONNECTIONS = 32;
    private static final int BATCH_SIZE = 1_000;

    /** A server with the data of its measures. */
    record Server(Stage.Running program, URI uri) {}

    @Override
    public void take(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = ProgressDatabase.fill(lab);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of("QADAM_RELAY_ENABLED", "false"), List.of());
        var qadam = new Server(service, lab.stage().uri(Service.PROGRESS));
        Server spring = start(lab, progress.database(), Map.of("PEER_RELAY", "false"));
        for (Server one : List.of(qadam, spring)) {
            single(lab, progress, one, 0);
            batch(lab, progress, one, 0);
        }
        Rounds rounds = new Rounds()
                .side("qadam single", round -> single(lab, progress, qadam, round))
                .side("spring single", round -> single(lab, progress, spring, round))
                .side("qadam batch", round -> batch(lab, progress, qadam, round))
                .side("spring batch", round -> batch(lab, progress, spring, round))
                .run(lab.sizes().pairs());
        report.add(ReportLine.of(
                "peer",
                "M1, against Spring Boot",
                rounds.pair("qadam single", "spring single"),
                ComparedValue.EVENTS_PER_CPU_SECOND,
                SINGLE));
        report.add(ReportLine.of(
                "peer",
                "M2 in batches of 1,000, against Spring Boot",
                rounds.pair("qadam batch", "spring batch"),
                ComparedValue.EVENTS_PER_CPU_SECOND,
                BATCH));
        lab.stage().clear();
        visibility(lab, report);
    }

    /** Runs the servers one after the other, as both would empty the same outbox. */
    private static void visibility(Lab lab, Report report) throws Exception {
        ProgressDatabase progress = Visibility.startSuite(lab).progress();
        List<Latencies> ours = Visibility.rounds(lab, round -> Visibility.ours(lab, progress, round));
        lab.stage().clear();
        progress.empty(lab);
        URI spring = start(lab, progress.database(), Map.of()).uri();
        List<Latencies> theirs = Visibility.rounds(lab, round -> Visibility.run(lab, progress, spring, spring, round));
        report.add(Visibility.line(
                "peer", "M5, p50, against Spring Boot", ours, theirs, Latencies::p50, MeasureGoal.atMost(0.1, 0.05)));
    }

    private static Server start(Lab lab, Database database, Map<String, String> settings) throws Exception {
        Path jar = lab.repository().resolve("deploy/benchmarks/peer-spring/target/peer-spring-1.0.jar");
        URI uri = URI.create("http://127.0.0.1:" + DashboardReads.freePort());
        List<String> command = Jvm.command();
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + uri.getPort(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + lab.stage().kafka()));
        Stage.Running program = lab.stage().start("peer-spring", command, settings, () -> listens(uri));
        return new Server(program, uri);
    }

    private static RunResult single(Lab lab, ProgressDatabase progress, Server server, int round) throws Exception {
        progress.empty(lab);
        int count = lab.sizes().posts();
        var posts = new Posts(round * count, progress.enrolments());
        CpuMeter meter = CpuMeter.on(server.program().pid(), lab.stage().postmaster());
        Map<Integer, Integer> answers = HttpLoad.send(
                server.uri(),
                CONNECTIONS,
                count,
                i -> HttpConnection.post("/v1/completions", lab.partner(posts.institution(i)), posts.json(i)));
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("answers", Map.of(200, count / 10, 201, count - count / 10), answers);
        progress.requireCounts(posts.first(), count);
        return run;
    }

    private static RunResult batch(Lab lab, ProgressDatabase progress, Server server, int round) throws Exception {
        progress.empty(lab);
        int count = lab.sizes().rows();
        var posts = new Posts(round * count, progress.enrolments());
        String token = lab.token("office", "");
        List<byte[]> requests = IntStream.range(0, count / BATCH_SIZE)
                .mapToObj(i ->
                        HttpConnection.post("/v1/completions/batch", token, posts.batch(i * BATCH_SIZE, BATCH_SIZE)))
                .toList();
        CpuMeter meter = CpuMeter.on(server.program().pid(), lab.stage().postmaster());
        Map<Integer, Integer> answers = HttpLoad.send(server.uri(), 1, requests.size(), requests::get);
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("answers", Map.of(207, requests.size()), answers);
        progress.requireCounts(posts.first(), count);
        return run;
    }

    private static boolean listens(URI uri) {
        try (var wire = new HttpConnection(uri)) {
            return wire.exchange(HttpConnection.get("/", "")) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
