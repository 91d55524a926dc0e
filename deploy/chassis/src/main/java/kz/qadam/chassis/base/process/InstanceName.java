package kz.qadam.chassis.base.process;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The name of this instance: unique among the instances of its service, and the same after a restart. It has no default
 * in production: two instances with the same name would take the partitions from each other.
 */
@Singleton
public class InstanceName {

    private final String name;

    /** @throws IllegalStateException if no name is given */
    public InstanceName(@ConfigProperty(name = "qadam.instance") Optional<String> configured) {
        name = configured
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "This instance has no name. Set QADAM_INSTANCE to a name that no other instance of this service"
                                + " has, and that it has again after a restart, such as reporting-service-0."));
    }

    @Override
    public String toString() {
        return name;
    }
}
