package kz.qadam.chassis.base.process;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A service that ends after a command ({@code qadam.rebuild=true}, {@code qadam.restore.now=true}) or after its start ({@code
 * quarkus.init-and-exit=true}) neither takes in nor sends nor publishes anything meanwhile.
 */
public final class CommandSettings implements ConfigSourceFactory {

    private static final int ABOVE_THE_ENVIRONMENT = 350;
    private static final List<String> COMMANDS = List.of("qadam.rebuild", "qadam.restore.now", "quarkus.init-and-exit");
    private static final Converter<Boolean> TRUTH =
            new SmallRyeConfigBuilder().build().getConverter(Boolean.class).orElseThrow();

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (COMMANDS.stream().noneMatch(command -> isTrue(context.getValue(command)))) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "qadam.intake.enabled", "false",
                        "qadam.relay.enabled", "false",
                        "qadam.releases.enabled", "false"),
                "command",
                ABOVE_THE_ENVIRONMENT));
    }

    private static boolean isTrue(ConfigValue value) {
        return value != null && isTrue(value.getValue());
    }

    /** Whether the setting means true as Quarkus reads it; one that is absent does not. */
    public static boolean isTrue(String setting) {
        return setting != null && Boolean.TRUE.equals(TRUTH.convert(setting));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ABOVE_THE_ENVIRONMENT);
    }
}
