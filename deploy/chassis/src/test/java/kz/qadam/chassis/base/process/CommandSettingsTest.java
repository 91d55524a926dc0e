package kz.qadam.chassis.base.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which services work, told by their settings alone. */
class CommandSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "qadam.rebuild,true",
        "qadam.restore.now,true",
        "quarkus.init-and-exit,true",
        "qadam.rebuild,yes",
        "qadam.restore.now,1"
    })
    void a_service_that_ends_after_a_command_does_nothing_else(String command, String value) {
        assertThat(works(Map.of(command, value))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"qadam.rebuild,false", "qadam.rebuild,0", "qadam.restore.now,''"})
    void a_service_that_was_not_given_the_command_works(String command, String value) {
        assertThat(works(Map.of(command, value))).isTrue();
    }

    @Test
    void a_service_without_any_command_works() {
        assertThat(works(Map.of())).isTrue();
    }

    private static boolean works(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new CommandSettings())
                .withSources(
                        source(settings, ConfigSource.DEFAULT_ORDINAL + 1),
                        source(Map.of("qadam.intake.enabled", "true"), ConfigSource.DEFAULT_ORDINAL))
                .build();
        return config.getValue("qadam.intake.enabled", boolean.class);
    }

    private static ConfigSource source(Map<String, String> settings, int ordinal) {
        return new PropertiesConfigSource(settings, "settings of a test", ordinal);
    }
}
