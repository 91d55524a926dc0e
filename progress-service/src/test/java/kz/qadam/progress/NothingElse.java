package kz.qadam.progress;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service without what it does by itself in the background: only what is asked of it costs anything. */
public final class NothingElse implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "qadam.intake.enabled", "false",
                "qadam.relay.enabled", "false",
                "qadam.imports.workers", "0",
                "qadam.evaluation.every", "1H",
                "qadam.tally.fold-every", "1H",
                "qadam.platform-accounts.look-every", "1H");
    }
}
