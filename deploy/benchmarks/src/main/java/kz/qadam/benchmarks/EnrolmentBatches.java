package kz.qadam.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.Database;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/**
 * M10: batches of 1,000 enrolments over one connection, each of a new learner, until Kafka has acknowledged all their
 * events and the outbox is empty: CPU of enrolment-service and PostgreSQL. It has no rival; {@link CommitComparison}
 * compares two versions. The relay runs, since versions differ in when they render an event: with the batch, or later.
 */
final class EnrolmentBatches implements VersionedMeasure {

    private static final int SIZE = 1_000;
    private static final int INSTITUTIONS = 20;
    private static final int COURSES = 20;
    private static final int MULTI_STATUS = 207;
    private static final int PARTITIONS = 6;
    private static final String WHAT = "batches of 1,000 enrolments, until published";

    @Override
    public void take(Lab lab, Report report) throws Exception {
        Rounds rounds =
                new Rounds().side(WHAT, sides(lab).get(WHAT)).run(lab.sizes().pairs());
        RunPairs pairs = rounds.pair(WHAT, WHAT);
        report.add(ReportLine.of("M10", WHAT, ComparedValue.CPU.unit(), pairs.ours(ComparedValue.CPU), null));
        report.add(ReportLine.of(
                "M10", "the same, rate", ComparedValue.RATE.unit(), pairs.ours(ComparedValue.RATE), null));
    }

    @Override
    public Map<String, Rounds.Side> sides(Lab lab) throws Exception {
        Database database = lab.stage().freshDatabase(Service.ENROLMENT);
        Stage.Running service =
                lab.stage().start(Service.ENROLMENT, Map.of("QADAM_INTAKE_ENABLED", "false"), List.of());
        describeCatalogue(lab);
        String outbox = outbox(database);
        post(lab, database, outbox, service, -1);
        return Map.of(WHAT, round -> post(lab, database, outbox, service, round));
    }

    /** Creates the catalogue by the API, so that it does not depend on the tables of one version. */
    private static void describeCatalogue(Lab lab) throws IOException, InterruptedException {
        String names = "{\"kk\":\"-\",\"ru\":\"-\",\"en\":\"-\"}";
        for (int i = 0; i < INSTITUTIONS; i++) {
            put(
                    lab,
                    "/v1/institutions/school-" + i,
                    "{\"kind\":\"school\",\"names\":%s,\"region\":\"KZ-75\"}".formatted(names));
        }
        for (int i = 0; i < COURSES; i++) {
            put(lab, "/v1/courses/AI-" + i, "{\"titles\":%s,\"hours\":36,\"area\":\"ai\"}".formatted(names));
        }
    }

    private static void put(Lab lab, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(lab.stage().uri(Service.ENROLMENT).resolve(path))
                .header("Authorization", "Bearer " + lab.token("office", ""))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        WrongCount.unlessEqual("status of " + path, 201, answer.statusCode());
    }

    /** The table of events that wait for Kafka, which earlier versions named otherwise. */
    private static String outbox(Database database) throws Exception {
        boolean current = Sql.numbers(database, "select count(to_regclass('outbox_event'))")
                        .get(0)
                == 1;
        return current ? "outbox_event" : "enrolment_letter";
    }

    private static RunResult post(Lab lab, Database database, String outbox, Stage.Running service, int round)
            throws Exception {
        lab.checkpoint();
        var topic = new Topic(lab.stage().kafka(), "qadam.enrolments", PARTITIONS);
        var ends = topic.ends();
        int count = lab.sizes().rows();
        String token = lab.token("office", "");
        List<byte[]> requests = IntStream.range(0, count / SIZE)
                .mapToObj(
                        i -> HttpConnection.post("/v1/enrolments/batch", token, batch((round + 1) * count + i * SIZE)))
                .toList();
        long before = stored(database);
        CpuMeter meter = CpuMeter.on(service.pid(), lab.stage().postmaster());
        Map<Integer, Integer> answers =
                HttpLoad.send(lab.stage().uri(Service.ENROLMENT), 1, requests.size(), requests::get);
        topic.awaitEvents(ends, count);
        Waiting.until(
                () -> Sql.numbers(database, "select count(*) from " + outbox).get(0) == 0);
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("answers", Map.of(MULTI_STATUS, requests.size()), answers);
        WrongCount.unlessEqual("enrolments", before + count, stored(database));
        return run;
    }

    private static long stored(Database database) throws Exception {
        return Sql.numbers(database, "select count(*) from enrolment").get(0);
    }

    private static byte[] batch(int from) {
        return IntStream.range(from, from + SIZE)
                .mapToObj(i -> """
                        {"reference":"E-%d","institution":"school-%d","course":"AI-%d","cohort":"pupils",\
                        "learner":{"document":{"country":"KZ","number":"N%09d"}},"enrolledOn":"2026-02-01"}""".formatted(i, i % INSTITUTIONS, i / 7 % COURSES, i))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
