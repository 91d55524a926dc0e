package kz.qadam.local;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.witness.Client;

/** A suite that is started with the {@code deploy/up} of its own source tree, on given data and free ports. */
final class WitnessedSuite implements AutoCloseable {

    private static final Duration TO_BUILD_AND_START = Duration.ofMinutes(30);

    /** The prefix of all addresses in answers, independent of the ports. */
    private static final String PUBLIC_URL = "http://qadam.example";

    private final Process process;
    private final Ports ports;
    private final Path data;
    private final Thread stopAtExit;

    private WitnessedSuite(Process process, Ports ports, Path data) {
        this.process = process;
        this.ports = ports;
        this.data = data;
        this.stopAtExit = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Builds what is missing, and returns when all three services are ready. */
    static WitnessedSuite start(Path source, Path data) throws IOException {
        Ports ports = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("QADAM_DATA", data.toString());
        environment.put("QADAM_PUBLIC_URL", PUBLIC_URL);
        ports.byPart().forEach((part, port) -> environment.put(Ports.variable(part), port.toString()));
        Process process = launch(
                        environment, List.of(source.resolve("deploy/up").toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var suite = new WitnessedSuite(process, ports, data);
        if (!Patience.until(suite::isReady, process::isAlive, TO_BUILD_AND_START)) {
            suite.close();
            throw new CannotStart("The suite of %s did not start on %s".formatted(source, data));
        }
        return suite;
    }

    private boolean isReady() {
        return Arrays.stream(Service.values()).allMatch(service -> HealthProbe.isReady(ports, service));
    }

    /** A client for its services, in any role. */
    Client client() throws IOException {
        Map<String, URI> services = new HashMap<>();
        Map<String, URI> metrics = new HashMap<>();
        for (Service service : Service.values()) {
            services.put(service.code(), ports.uri(service));
            metrics.put(service.code(), HealthProbe.of(ports, service).resolve("/q/metrics"));
        }
        Issuer issuer = new Installation(data).secrets().issuer();
        return new Client(services, metrics, caller -> issuer.token(bearer(caller), Clock.systemUTC()));
    }

    /** @param caller {@code office}, {@code auditor}, {@code viewer}, or the institution of a partner */
    private static Bearer bearer(String caller) {
        return List.of("office", "auditor", "viewer").contains(caller)
                ? Bearer.of(caller)
                : Bearer.of("partner", caller);
    }

    /** Kafka's bootstrap address. */
    String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private void stop() {
        process.destroy();
        Patience.exitCode(process);
    }

    /** The output of git, without the line end. */
    static String git(Path repository, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command);
    }

    /** The output of a successful command. */
    static String run(Map<String, String> environment, List<String> command) throws IOException {
        Process process = launch(environment, command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (Patience.exitCode(process) != 0) {
            throw new CannotStart("This failed: " + String.join(" ", command));
        }
        return output;
    }

    private static ProcessBuilder launch(Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder;
    }
}
