package kz.qadam.reporting.intake.rebuild;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Disables intake, relay and the making of releases if {@code qadam.rebuild=true}, so that a rebuild neither takes in nor
 * sends nor publishes anything.
 */
public class NoTrafficDuringRebuild implements ConfigSourceFactory {

    private static final int ABOVE_THE_ENVIRONMENT = 350;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!Boolean.parseBoolean(context.getValue("qadam.rebuild").getValue())) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "qadam.intake.enabled", "false",
                        "qadam.relay.enabled", "false",
                        "qadam.releases.enabled", "false"),
                "rebuild",
                ABOVE_THE_ENVIRONMENT));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ABOVE_THE_ENVIRONMENT);
    }
}
