package kz.qadam.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The parsed command line of a command of deploy/.
 *
 * @param repository the top of the source tree
 * @param purpose the suite that the options choose
 * @param reset whether to delete all data first
 * @param keycloak whether Keycloak issues the tokens
 * @param tls whether the parts speak TLS
 * @param arguments the arguments that are not options
 */
record Command(Path repository, Purpose purpose, boolean reset, boolean keycloak, boolean tls, List<String> arguments) {

    /** @throws IllegalArgumentException with the usage, if an option is unknown or excludes another one */
    static Command of(String[] called, String usage) {
        var purpose = Purpose.USE;
        boolean reset = false;
        boolean keycloak = false;
        boolean tls = false;
        List<String> arguments = new ArrayList<>();
        for (String word : List.of(called).subList(1, called.length)) {
            if (word.equals(Purpose.DEMO.option()) && purpose != Purpose.SANDBOX) {
                purpose = Purpose.DEMO;
            } else if (word.equals(Purpose.SANDBOX.option()) && purpose != Purpose.DEMO) {
                purpose = Purpose.SANDBOX;
            } else if (word.equals("--reset")) {
                reset = true;
            } else if (word.equals("--keycloak")) {
                keycloak = true;
            } else if (word.equals("--tls")) {
                tls = true;
            } else if (word.startsWith("-")) {
                throw new IllegalArgumentException(usage);
            } else {
                arguments.add(word);
            }
        }
        return new Command(Path.of(called[0]), purpose, reset, keycloak, tls, arguments);
    }

    /** The default ports of the parts that it starts, as a command or as a service of a server. */
    Ports ports(boolean isServer) {
        Ports ports = purpose.ports();
        if (keycloak) {
            ports = ports.withKeycloak(purpose.keycloakPort());
        }
        if (keycloak || tls || isServer) {
            ports = ports.withKafkaInternal(purpose.kafkaInternalPort());
        }
        return tls ? ports.withTls() : ports;
    }
}
