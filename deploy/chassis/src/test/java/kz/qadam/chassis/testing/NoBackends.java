package kz.qadam.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the chassis start alone: no migrations, no Kafka, a database that nobody hears of; and paths that are secured. */
public class NoBackends implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "qadam.bodies.budget", "1G",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
                "quarkus.flyway.migrate-at-start", "false",
                "qadam.relay.enabled", "false",
                "qadam.intake.enabled", "false",
                "quarkus.http.auth.permission.fenced.paths", "/fenced/*",
                "quarkus.http.auth.permission.fenced.policy", "authenticated",
                "quarkus.http.auth.permission.closed.paths", "/closed/*",
                "quarkus.http.auth.permission.closed.policy", "deny");
    }

    @Override
    public void stop() {}
}
