package kz.qadam.chassis.base.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstanceNameTest {

    @Test
    void in_production_there_is_no_default_name() throws IOException {
        assertThat(configured("prod")).isEmpty();
        assertThat(configured("keycloak")).isEmpty();
        assertThat(configured("test")).contains("toys-0");
    }

    @Test
    void who_has_no_name_does_not_start_and_says_what_to_set() {
        assertThatThrownBy(() -> new InstanceName(Optional.empty())).hasMessageContaining("QADAM_INSTANCE");
        assertThatThrownBy(() -> new InstanceName(Optional.of(" "))).hasMessageContaining("QADAM_INSTANCE");
        assertThat(new InstanceName(Optional.of("toys-1"))).hasToString("toys-1");
    }

    private static Optional<String> configured(String profile) throws IOException {
        var defaults = InstanceNameTest.class.getResource("/META-INF/microprofile-config.properties");
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(defaults))
                .withDefaultValue("quarkus.application.name", "toys")
                .build();
        return config.getOptionalValue("qadam.instance", String.class);
    }
}
