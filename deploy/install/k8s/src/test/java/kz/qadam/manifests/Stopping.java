package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kz.qadam.chassis.base.background.BackgroundLoops;

/** An instance that is asked to stop answers until nobody sends it requests, and is not killed before it has ended. */
final class Stopping implements Rule {

    /**
     * Proxies hear that a Pod has gone within seconds, and haproxy of deploy/install/cluster after two failed probes.
     */
    private static final Duration UNTIL_NO_CALLER_IS_LEFT = Duration.ofSeconds(5);

    /** Of a Pod that names none. */
    private static final int GRACE_OF_KUBERNETES = 30;

    private static final Properties CHASSIS = chassis();

    @Override
    public Stream<String> faults(Overlay overlay) {
        return overlay.workloads()
                .filter(workload -> workload.isService() && !workload.manifest().is("Job"))
                .flatMap(workload -> ofService(workload, overlay));
    }

    private static Stream<String> ofService(Workload workload, Overlay overlay) {
        var grace = Duration.ofSeconds(
                workload.spec().path("terminationGracePeriodSeconds").asInt(GRACE_OF_KUBERNETES));
        List<String> faults = new ArrayList<>();
        workload.containers().forEach(container -> {
            Map<String, String> environment = workload.environment(container, overlay);
            Duration answers = beforeSignal(container).plus(setting("quarkus.shutdown.delay", environment));
            Duration ends = answers.plus(setting("quarkus.shutdown.timeout", environment))
                    .plus(BackgroundLoops.LONGEST_END);
            if (answers.compareTo(UNTIL_NO_CALLER_IS_LEFT) < 0) {
                faults.add("answers only %d s after it is asked to stop".formatted(answers.toSeconds()));
            }
            if (ends.compareTo(grace) > 0) {
                faults.add("is killed after %d s, and may need %d s to end"
                        .formatted(grace.toSeconds(), ends.toSeconds()));
            }
        });
        return faults.stream().map(fault -> workload.id() + ": " + fault);
    }

    private static Duration beforeSignal(JsonNode container) {
        return Duration.ofSeconds(
                container.at("/lifecycle/preStop/sleep/seconds").asLong());
    }

    private static Duration setting(String name, Map<String, String> environment) {
        String variable = KnownSettings.variable(name);
        return DurationConverter.parseDuration(environment.getOrDefault(variable, CHASSIS.getProperty(name)));
    }

    private static Properties chassis() {
        var settings = new Properties();
        var file = Kustomize.REPOSITORY.resolve(
                "deploy/chassis/src/main/resources/META-INF/microprofile-config.properties");
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
