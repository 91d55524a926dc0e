package kz.qadam.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.local.Database;
import kz.qadam.local.Jvm;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * M4: events are taken from Kafka into event log, facts and roll-up, and committed with their offsets; compared with a
 * bare consumer that only copies the facts, and with Kafka Streams with exactly-once that writes the same into
 * PostgreSQL. Each side begins with empty tables and a fresh JVM; its CPU is counted after the first twentieth of the
 * events.
 */
final class RollUp implements VersionedMeasure {

    private static final MeasureGoal OF_BARE = MeasureGoal.atMost(2.5, 1.7);
    private static final MeasureGoal MEMORY = MeasureGoal.atMost(250, 200);
    private static final MeasureGoal BETTER_THAN_STREAMS = MeasureGoal.atLeast(2, 4);

    static final String TAKEN = "select coalesce(sum(events), 0)::bigint from intake_batch";

    /** Cells of the roll-up that differ from the events, counted without the code of the service. */
    private static final String DIFFERENCES = """
            with said as (
                select case type when 'kz.qadam.learner.trained.v1' then 'trained' else 'completions' end as measure,
                       e.data::json as data
                  from event_log e
                 where type in ('kz.qadam.learner.trained.v1', 'kz.qadam.completion.recorded.v1')),
            counted as (
                select measure, data ->> 'cohort' as cohort, grain,
                       case grain when 'nation' then '' else data ->> grain end as place,
                       coalesce(data ->> 'trainedOn', data ->> 'completedOn')::date as day, count(*) as count
                  from said cross join unnest(array['nation', 'region', 'institution', 'course']) as grain
                 group by 1, 2, 3, 4, 5),
            rolled as (
                select measure, cohort, grain, place, day, sum(one.count) as count
                  from rollup_cell
                 cross join lateral (values ('trained', trained), ('completions', completions)) as one (measure, count)
                 where grain in ('nation', 'region', 'institution', 'course') and one.count <> 0
                 group by 1, 2, 3, 4, 5)
            select count(*) filter (where c.count is distinct from r.count)
              from counted c full join rolled r using (measure, cohort, grain, place, day)
            """;

    private static final Map<String, Integer> TOPICS =
            Map.of("qadam.catalogue", 1, "qadam.enrolments", 6, "qadam.completions", 6);

    private static final String EMPTY = """
            truncate event_log, intake_batch, completion_fact, enrolment_fact, trained_fact, rollup_cell,
                     rollup_cell_past
            """;

    @Override
    public void take(Lab lab, Report report) throws Exception {
        var events = new Events(lab.sizes().events());
        publish(lab, events);
        List<Double> peaks = new ArrayList<>();
        Rounds rounds = new Rounds()
                .side("intake", round -> intake(lab, events, peaks))
                .side("bare", round -> rival(lab, events, BareConsumer.class, EMPTY))
                .side("streams", round -> rival(lab, events, StreamsRollUp.class, EMPTY))
                .run(lab.sizes().pairs());
        report.add(ReportLine.of(
                "M4",
                "roll-up: service, PostgreSQL and broker, against a bare consumer + COPY",
                rounds.pair("intake", "bare"),
                ComparedValue.CPU,
                OF_BARE));
        report.add(ReportLine.of(
                "M4",
                "roll-up: events for each CPU second, against Kafka Streams with exactly-once",
                rounds.pair("intake", "streams"),
                ComparedValue.EVENTS_PER_CPU_SECOND,
                BETTER_THAN_STREAMS));
        report.add(ReportLine.of("M4", "the same, rate", rounds.pair("intake", "bare"), ComparedValue.RATE, null));
        report.add(ReportLine.of("M8", "memory of reporting-service under M4", "MB", Spread.of(peaks), MEMORY));
    }

    @Override
    public Map<String, Rounds.Side> sides(Lab lab) throws Exception {
        var events = new Events(lab.sizes().events());
        publish(lab, events);
        return Map.of("roll-up", round -> intake(lab, events, new ArrayList<>()));
    }

    /**
     * Sends the events into empty topics. Kafka may still lose events just after it has created a topic: then they are
     * sent again.
     */
    static void publish(Lab lab, Events events) throws Exception {
        do {
            lab.stage().emptyTopics();
            send(lab, events);
        } while (TOPICS.entrySet().stream()
                        .mapToLong(topic -> new Topic(lab.stage().kafka(), topic.getKey(), topic.getValue()).size())
                        .sum()
                < Events.described() + events.sent());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The count shows whether an event was lost.
    private static void send(Lab lab, Events events) {
        try (KafkaProducer<byte[], byte[]> producer = OutboxDrain.producer(lab)) {
            Stream.concat(events.catalogue(), events.all()).forEach(producer::send);
        }
    }

    private static RunResult intake(Lab lab, Events events, List<Double> peaks) throws Exception {
        Database database = lab.stage().freshDatabase(Service.REPORTING);
        lab.checkpoint();
        Stage.Running service = lab.stage().start(Service.REPORTING, Map.of(), List.of());
        RunResult run = watch(lab, service, database, TAKEN, events.different() + Events.described());
        WrongCount.unlessEqual(
                "different events in the log",
                List.of((long) events.different() + Events.described()),
                Sql.numbers(database, "select count(*) from event_log"));
        requireCounts(database, events);
        peaks.add(Cpu.peakMegabytes(service.pid()));
        service.stop();
        return run;
    }

    static void requireCounts(Database database, Events events) throws SQLException {
        WrongCount.unlessEqual(
                "completions and people in the nation",
                List.of((long) events.completions(), (long) events.trained()),
                Sql.numbers(database, """
                        select sum(completions), sum(trained) from rollup_cell where grain = 'nation'
                        """));
        WrongCount.unlessEqual("cells that differ", List.of(0L), Sql.numbers(database, DIFFERENCES));
    }

    /** Runs a rival program on the same tables. It writes its progress into a table of its own. */
    static RunResult rival(Lab lab, Events events, Class<?> program, String empty) throws Exception {
        Database database = lab.stage().database(Service.REPORTING);
        Sql.run(database, empty);
        Sql.run(database, "drop table if exists rival; create table rival as select 0::bigint as done");
        lab.checkpoint();
        String name = program.getSimpleName();
        List<String> command = Jvm.command();
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + lab.directory(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                lab.stage().kafka(),
                database.url(),
                database.user(),
                database.password()));
        Stage.Running rival = lab.stage().start(name, command, Map.of(), () -> true);
        RunResult run = watch(lab, rival, database, "select done from rival", events.different());
        WrongCount.unlessEqual("facts", List.of((long) events.different()), Sql.numbers(database, """
                        select (select count(*) from completion_fact) + (select count(*) from enrolment_fact)
                               + (select count(*) from trained_fact)
                        """));
        rival.stop();
        return run;
    }

    private static RunResult watch(Lab lab, Stage.Running program, Database database, String done, long all)
            throws Exception {
        try (var connection = database.connect();
                var query = connection.prepareStatement(done)) {
            long[] last = new long[1];
            long from = all / 20;
            Waiting.until(() -> progress(query, program, last) >= from);
            long began = last[0];
            CpuMeter meter = CpuMeter.on(
                    program.pid(), lab.stage().postmaster(), lab.stage().brokerPid());
            Waiting.until(() -> progress(query, program, last) >= all);
            return meter.stop(all - began);
        }
    }

    private static long progress(PreparedStatement query, Stage.Running program, long[] last) throws SQLException {
        if (!program.isAlive()) {
            throw new IllegalStateException("The program ended before it had processed all events");
        }
        try (var row = query.executeQuery()) {
            row.next();
            last[0] = row.getLong(1);
            return last[0];
        }
    }
}
