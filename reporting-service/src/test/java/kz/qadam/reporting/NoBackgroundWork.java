package kz.qadam.reporting;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service without what it does by itself in the background: only what is asked of it costs anything. */
public final class NoBackgroundWork implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "qadam.intake.enabled", "false",
                "qadam.relay.enabled", "false",
                "quarkus.scheduler.enabled", "false",
                "qadam.recount.lease", "1h");
    }
}
