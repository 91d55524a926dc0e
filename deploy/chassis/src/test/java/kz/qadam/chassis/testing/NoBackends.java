package kz.qadam.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets the chassis start alone: no migrations, no Kafka, a database that nobody hears of; and paths that are secured. The
 * arguments of the resource are further settings. No body is too slow unless a test says so: a busy machine is slow.
 */
public class NoBackends implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"),
            Map.entry("quarkus.datasource.username", "none"),
            Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "100ms"),
            Map.entry("quarkus.datasource.background.jdbc.acquisition-timeout", "100ms"),
            Map.entry("quarkus.datasource.password", "none"),
            Map.entry("quarkus.flyway.active", "false"),
            Map.entry("quarkus.flyway.username", "none"),
            Map.entry("quarkus.flyway.password", "none"),
            Map.entry("quarkus.hibernate-orm.active", "false"),
            Map.entry("qadam.bodies.budget", "1G"),
            Map.entry("qadam.instance", "chassis-0"),
            Map.entry("qadam.relay.enabled", "false"),
            Map.entry("qadam.intake.enabled", "false"),
            Map.entry("qadam.keys.note-uses-every", "1h"),
            Map.entry("qadam.metrics.every", "1h"),
            Map.entry("qadam.trail.write-every", "1h"),
            Map.entry("qadam.body-deadline.grace", "5m"),
            Map.entry("quarkus.http.auth.permission.fenced.paths", "/fenced/*"),
            Map.entry("quarkus.http.auth.permission.fenced.policy", "authenticated"),
            Map.entry("quarkus.http.auth.permission.closed.paths", "/closed/*"),
            Map.entry("quarkus.http.auth.permission.closed.policy", "deny"));

    private final Map<String, String> settings = new HashMap<>(SETTINGS);

    @Override
    public void init(Map<String, String> others) {
        settings.putAll(others);
    }

    @Override
    public Map<String, String> start() {
        return settings;
    }

    @Override
    public void stop() {}
}
