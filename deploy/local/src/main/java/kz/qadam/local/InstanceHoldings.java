package kz.qadam.local;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What only one instance of a service may do, as the service's database shows it: the leases that an instance holds, and
 * the partitions that it reads.
 *
 * @param relays its leases for sending events
 */
record InstanceHoldings(String instance, List<String> relays, List<String> partitions) {

    private static final String LEASES = "select name from lease where owner = ? and until > now() order by 1";

    private static final String PARTITIONS =
            "select topic || ' ' || partition from intake_position where instance = ? order by 1";

    private static final String OWNED = "select count(*) from lease where name = any(?) and owner <> ?";

    static InstanceHoldings of(ServiceInstance instance, Database database) throws IOException {
        return new InstanceHoldings(
                instance.name(),
                names(database, LEASES, instance.name()).stream()
                        .filter(name -> name.startsWith("relay-"))
                        .toList(),
                names(database, PARTITIONS, instance.name()));
    }

    /** The leases that still belong to the instance. */
    List<String> leasesLeft(Database database) throws IOException {
        return names(database, LEASES, instance);
    }

    /** Whether other instances send the events and read the partitions. */
    boolean areTaken(Database database) {
        try {
            return areRelaysTaken(database)
                    && names(database, PARTITIONS, instance).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean areRelaysTaken(Database database) throws IOException {
        try (var connection = database.connect();
                var query = connection.prepareStatement(OWNED)) {
            query.setArray(1, connection.createArrayOf("text", relays.toArray()));
            query.setString(2, instance);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1) == relays.size();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<String> names(Database database, String sql, String instance) throws IOException {
        try (var connection = database.connect();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, instance);
            List<String> names = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String toString() {
        return "%d leases and %d partitions".formatted(relays.size(), partitions.size());
    }
}
