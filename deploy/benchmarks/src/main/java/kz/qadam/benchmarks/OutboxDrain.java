package kz.qadam.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.local.Database;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * M3: the relay drains the outbox until Kafka has acknowledged all events and their rows are deleted; compared with a
 * cursor over the same rows and a bare producer that waits for acknowledgements, and leaves the rows.
 */
final class OutboxDrain implements Measure {

    private static final int COMPLETIONS = 6;
    private static final MeasureGoal GOAL = MeasureGoal.atLeast(0.6, 0.8);

    private static final String FILL = """
            insert into outbox_event (publisher, id, key, type, subject, time, data)
            select 'completions', gen_random_uuid(), md5('learner ' || i)::uuid::text, 'kz.qadam.completion.recorded.v1',
                   md5('completion ' || i)::uuid::text, now(), '{"completionId":"%s"}'
              from generate_series(1, %d) as i
            """;

    private static final String WAITING = "select id, key, type, subject, time, data from outbox_event order by seq";

    @Override
    public void take(Lab lab, Report report) throws Exception {
        Database database = lab.stage().freshDatabase(Service.PROGRESS);
        Stage.Running service = lab.stage().start(Service.PROGRESS, Map.of(), List.of());
        drain(lab, service, database);
        produce(lab, database);
        RunPairs pairs = new Rounds()
                .side("relay", round -> drain(lab, service, database))
                .side("bare", round -> produce(lab, database))
                .run(lab.sizes().pairs())
                .pair("relay", "bare");
        report.add(ReportLine.of(
                "M3", "outbox drained, against a cursor and a bare producer", pairs, ComparedValue.RATE, GOAL));
        report.add(
                ReportLine.of("M3", "the same, CPU of service, PostgreSQL and broker", pairs, ComparedValue.CPU, null));
        service.stop();
    }

    private static RunResult drain(Lab lab, Stage.Running service, Database database) throws Exception {
        var topic = new Topic(lab.stage().kafka(), "qadam.completions", COMPLETIONS);
        var before = topic.ends();
        lab.checkpoint();
        int count = lab.sizes().outbox();
        Sql.run(database, fill(count));
        CpuMeter meter =
                CpuMeter.on(service.pid(), lab.stage().postmaster(), lab.stage().brokerPid());
        topic.awaitEvents(before, count);
        Waiting.until(
                () -> Sql.numbers(database, "select count(*) from outbox_event").get(0) == 0);
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("different events in Kafka", (long) count, topic.differentEventsSince(before));
        Sql.run(database, "truncate outbox_event");
        return run;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The count of the topic shows whether an event was lost.
    private static RunResult produce(Lab lab, Database database) throws Exception {
        int count = lab.sizes().outbox();
        // Another table than the outbox, so that the relay ignores it.
        Sql.run(database, "create table if not exists bare (like outbox_event including all)");
        Sql.run(database, "truncate bare");
        Sql.run(database, fill(count).replace("into outbox_event", "into bare"));
        lab.checkpoint();
        var topic = new Topic(lab.stage().kafka(), "qadam.completions", COMPLETIONS);
        var before = topic.ends();
        CpuMeter meter = CpuMeter.on(
                ProcessHandle.current().pid(),
                lab.stage().postmaster(),
                lab.stage().brokerPid());
        try (var producer = producer(lab);
                var connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement(WAITING.replace("outbox_event", "bare"))) {
                query.setFetchSize(2_000);
                var rows = query.executeQuery();
                while (rows.next()) {
                    producer.send(event(rows));
                }
            }
            producer.flush();
        }
        RunResult run = meter.stop(count);
        WrongCount.unlessEqual("different events in Kafka", (long) count, topic.differentEventsSince(before));
        return run;
    }

    private static String fill(int count) {
        return FILL.formatted(EventTexts.RECORDED, count);
    }

    static KafkaProducer<byte[], byte[]> producer(Lab lab) {
        return producer(lab, 5);
    }

    /**
     * Sends events with a short timeout: a topic that has just been deleted and created again may refuse them, and they
     * are sent again.
     */
    static KafkaProducer<byte[], byte[]> producer(Lab lab, int lingerMillis) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        lab.stage().kafka(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        lingerMillis,
                        "request.timeout.ms",
                        5_000,
                        "delivery.timeout.ms",
                        20_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<byte[], byte[]> event(ResultSet row) throws SQLException {
        return new CloudEvent(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        "/progress-service",
                        row.getString("subject"),
                        row.getTimestamp("time").toInstant(),
                        null,
                        row.getString("data"))
                .to("qadam.completions", row.getString("key"));
    }
}
