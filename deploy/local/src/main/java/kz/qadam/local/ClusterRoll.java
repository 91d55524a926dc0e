package kz.qadam.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.demo.Sandbox;
import kz.qadam.load.ReadyInstances;
import kz.qadam.load.Repeats;
import kz.qadam.load.ServiceLoad;

/**
 * {@code deploy/install/cluster roll}: replaces Pods one after another while clients write and read through haproxy.
 * Exit code 1 if a client meets another error than 503 or a refused connection, or if the figures are not what was
 * acknowledged.
 */
final class ClusterRoll {

    /** More people than the demo has, or one load can enrol. */
    private static final int PEOPLE = 4_000_000;

    private ClusterRoll() {}

    /**
     * The repository, the directory of the cluster, the addresses of the three services, the number of this load (each
     * enrols other people), and the Pods.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        ClusterCallers cluster = ClusterCallers.of(arguments);
        int firstPerson = Integer.parseInt(arguments[5]) * PEOPLE;
        List<String> pods = Arrays.asList(arguments).subList(6, arguments.length);
        Sandbox.seed(cluster.access());
        List<String> wrong;
        try (ReadyInstances haproxy = cluster.haproxy();
                var load = new ServiceLoad(
                        haproxy, cluster.loadCallers(), firstPerson, Repeats.WHILE_INSTANCES_ARE_REPLACED)) {
            wrong = new ChangeUnderLoad(load, System.out::println).make(() -> replace(pods, arguments[0]));
        }
        InstanceRun.end(wrong);
    }

    private static void replace(List<String> pods, String repository) throws IOException {
        for (String pod : pods) {
            var command = new ProcessBuilder(repository + "/deploy/install/cluster", "replace", pod).inheritIO();
            if (Patience.exitCode(command.start()) != 0) {
                throw new IOException(pod + " was not replaced");
            }
        }
    }
}
