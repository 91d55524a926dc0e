package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code deploy/checks/rolling-upgrade [COMMIT]}: starts two instances of each service of a commit, and replaces them
 * under load by those of this tree, one at a time. Exit code 1 if a client meets another error than 503 or a refused
 * connection, or if the figures are not what was acknowledged.
 */
final class RollingUpgrade {

    private static final int INSTANCES = 2;
    private static final Duration OF_ONE_VERSION = Duration.ofSeconds(5);

    /** Who reads events is upgraded before who may write new ones. */
    private static final List<Service> ORDER = List.of(Service.REPORTING, Service.PROGRESS, Service.ENROLMENT);

    private RollingUpgrade() {}

    /**
     * Upgrades the instances of a commit to those of this tree.
     *
     * @param arguments the repository, and the source tree of the commit, in which the services are packaged
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        Path repository = Path.of(arguments[0]);
        Path earlier = Path.of(arguments[1]);
        List<String> wrong = new InstanceRun(repository, "rolling-upgrade")
                .run(earlier, INSTANCES, services -> upgrade(services, repository));
        InstanceRun.end(wrong);
    }

    private static void upgrade(ScaledServices services, Path repository) throws IOException {
        Patience.pause(OF_ONE_VERSION);
        for (Service service : ORDER) {
            services.replace(service, repository);
        }
        Patience.pause(OF_ONE_VERSION);
    }
}
