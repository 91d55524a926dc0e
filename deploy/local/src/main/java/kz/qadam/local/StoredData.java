package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.capacity.Holding;

/** The tables and topics of a suite that runs. */
record StoredData(Installation files, Ports ports) {

    /** Partitions are a part of their table. */
    private static final String TABLES = """
            select coalesce(inhparent, c.oid)::regclass::text, sum(n_tup_ins - n_tup_del),
                   coalesce(max((select sum(avg_width) from pg_stats where tablename = c.relname)), 0),
                   sum(pg_total_relation_size(c.oid))
              from pg_class c
              join pg_stat_user_tables s on s.relid = c.oid
              left join pg_inherits on inhrelid = c.oid
             where relkind = 'r' and relnamespace = 'public'::regnamespace
             group by 1
            """;

    List<Holding> tables(Service service) throws IOException, SQLException {
        execute(service, "analyze");
        List<Holding> tables = new ArrayList<>();
        try (var connection = superuser(service).connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new Holding(
                        service.module(), row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
        return tables;
    }

    /** Their logs alone: indexes are made in full length, and take no room. */
    List<Holding> topics() throws IOException {
        Map<String, Long> topics = new TreeMap<>();
        try (var logs = Files.walk(files.kafka(ports).directory())) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                String partition = log.getParent().getFileName().toString();
                topics.merge(partition.replaceFirst("-\\d+$", ""), Files.size(log), Long::sum);
            }
        }
        return topics.entrySet().stream()
                .map(topic -> Holding.withoutRows("Kafka", topic.getKey(), topic.getValue()))
                .toList();
    }

    double number(Service service, String query) throws IOException, SQLException {
        try (var connection = superuser(service).connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    void execute(Service service, String sql) throws IOException, SQLException {
        try (var connection = superuser(service).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Database superuser(Service service) throws IOException {
        return files.postgres(ports).superuser(service.code());
    }
}
