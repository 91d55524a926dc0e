package kz.qadam.local;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The topics that the services have read and written, in the place of which there are others now.
 *
 * @param ids the ids of the topics that there are
 */
record FormerTopics(Suite suite, KafkaNode kafka, Map<String, String> ids) {

    /** The topics that a service has read or written, by what it knows of them. */
    private static final String KNOWN = """
            select topic, topic_id from intake_offset union select topic, topic_id from sent_topic
            """;

    /** From here on a service takes the new topics for the former ones. */
    private static final String SENDS_TO = "update sent_topic set topic_id = '%2$s' where topic = '%1$s'";

    private static final String READS_FROM = """
            update intake_offset set cluster_id = '%s', topic_id = '%s', leader_epoch = %s
             where topic = '%s' and partition = %d
            """;

    private static final String NOTE = """
            update intake_position set halted = null, due_offset = null, due_at = null, due_since = null;
            update dead_letter set copied_at = null where resolved_at is null;
            insert into trail (id, at, instance, kind, action, outcome, subject)
            values (gen_random_uuid(), clock_timestamp(), 'owner', 'write', 'restore kafka', 'done', '%s')
            """;

    /** Kafka keeps the newest state of each key, which no event log has. */
    private static final String REPUBLISH_KEYS = """
            insert into republish_request (publisher, subject)
            select 'institution-keys', 'institution-key/' || id from institution_key order by id
            """;

    /** The services that know other topics than these. */
    List<Service> waiting() throws IOException, SQLException {
        List<Service> waiting = new ArrayList<>();
        for (Service service : Service.values()) {
            if (known(service).contains(false)) {
                waiting.add(service);
            }
        }
        return waiting;
    }

    /** Whether a service knows these. */
    boolean isAnyDone() throws IOException, SQLException {
        for (Service service : Service.values()) {
            if (known(service).contains(true)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the topics that a service knows are these. */
    private Set<Boolean> known(Service service) throws IOException, SQLException {
        Set<Boolean> known = new HashSet<>();
        query(suite.database(service), KNOWN, row -> {
            if (ids.containsKey(row.getString(1))) {
                known.add(row.getString(2).equals(ids.get(row.getString(1))));
            }
        });
        return known;
    }

    /** Lets all services that wait go on with these topics. */
    void goOn() throws IOException, SQLException {
        for (Service service : waiting()) {
            goOn(service);
        }
    }

    private void goOn(Service service) throws IOException, SQLException {
        Map<String, String> changes = new TreeMap<>();
        kafka.administer("describe the cluster", admin -> {
            String cluster = admin.describeCluster().clusterId().get();
            admin.listOffsets(KafkaRefill.allPartitions())
                    .all()
                    .get()
                    .forEach((one, end) -> changes.put(
                            one.toString(),
                            READS_FROM.formatted(
                                    cluster,
                                    ids.get(one.topic()),
                                    end.leaderEpoch().map(Object::toString).orElse("null"),
                                    one.topic(),
                                    one.partition())));
            changes.put("note", NOTE.formatted(cluster));
        });
        ids.forEach((topic, id) -> changes.put(topic, SENDS_TO.formatted(topic, id)));
        if (service == Service.ENROLMENT) {
            changes.put("keys", REPUBLISH_KEYS);
        }
        try (var connection = suite.database(service).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String change : changes.values()) {
                statement.execute(change);
            }
            connection.commit();
        }
    }

    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static void query(Database database, String sql, RowReader reader) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }
}
