package kz.qadam.chassis.base.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * With {@code quarkus.init-and-exit=true} a service migrates its database and ends. Then it needs no issuer of tokens,
 * which would otherwise be asked for its keys.
 */
public final class MigrationOnly implements ConfigSourceFactory {

    private static final int ABOVE_THE_ENVIRONMENT = 350;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue wanted = context.getValue("quarkus.init-and-exit");
        if (wanted == null || !Boolean.parseBoolean(wanted.getValue())) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "quarkus.flyway.migrate-at-start", "true",
                        "quarkus.oidc.tenant-enabled", "false",
                        "quarkus.oidc.staff.tenant-enabled", "false"),
                "migration",
                ABOVE_THE_ENVIRONMENT));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ABOVE_THE_ENVIRONMENT);
    }
}
