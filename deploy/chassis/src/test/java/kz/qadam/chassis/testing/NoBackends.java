package kz.qadam.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the chassis start alone: a database that is never asked, and no migrations. */
public class NoBackends implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
                "quarkus.flyway.migrate-at-start", "false");
    }

    @Override
    public void stop() {}
}
