package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kz.qadam.trail.AuditClient;

/**
 * The services as an auditor reaches them: those of the local suite, or those of another installation, with its address
 * and a token.
 */
final class AuditedServices {

    private final Map<String, String> environment;
    private final Ports ports;
    private final String token;

    private AuditedServices(Map<String, String> environment, Ports ports, String token) {
        this.environment = environment;
        this.ports = ports;
        this.token = token;
    }

    static AuditedServices chosenBy(Map<String, String> environment, Command command) throws IOException {
        var files = Installation.chosenBy(environment, command);
        Optional<Ports> running = InstallationLock.holder(files.lockFile());
        Ports ports = running.isPresent() ? running.get() : Ports.chosenBy(environment, command.purpose());
        if (running.isPresent()) {
            files.trust(ports);
        }
        String token = environment.containsKey("QADAM_TOKEN")
                ? environment.get("QADAM_TOKEN")
                : files.tokens().token(Bearer.of("auditor"));
        return new AuditedServices(environment, ports, token);
    }

    AuditClient client(Service service) {
        URI address =
                environment.containsKey("QADAM_URL") ? URI.create(environment.get("QADAM_URL")) : ports.uri(service);
        return new AuditClient(address, token);
    }
}
