package kz.qadam.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The image of a service before its training run.
 *
 * @param data the data of the suite, with keys that the service reads
 * @param staged where {@code deploy/install/images/build} expects the AOT cache
 */
record UntrainedImage(Service service, Path data, Path staged) {

    /** Where the Containerfile has the service. */
    private static final String DIRECTORY = "/opt/qadam/";

    /** Runs the image with these variables of the environment. It may read and write what this user may. */
    List<String> command(Set<String> variables) {
        List<String> command = new ArrayList<>(List.of(
                "podman", "run", "--rm", "--runtime", "runc", "--network", "host", "--user", "0", "--tmpfs", "/tmp"));
        command.addAll(List.of("--volume", data + ":" + data));
        command.addAll(List.of("--volume", staged.resolve(service.module()).resolve("trained") + ":/trained"));
        variables.forEach(variable -> command.addAll(List.of("--env", variable)));
        command.addAll(List.of(
                "--entrypoint", "/opt/java/bin/java", "localhost/qadam/%s:untrained".formatted(service.module())));
        command.addAll(List.of(
                "-XX:AOTCacheOutput=/trained/service.aot",
                "@" + DIRECTORY + "java.options",
                "-jar",
                DIRECTORY + "quarkus-run.jar"));
        return command;
    }
}
