package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The files of one installation: data, keys, logs. They outlive the processes. */
record Installation(Path directory) {

    Installation {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The one in the source tree, unless the variable {@code QADAM_DATA} names another directory. */
    static Installation chosenBy(Map<String, String> environment, Path repository) {
        String elsewhere = environment.getOrDefault("QADAM_DATA", "");
        return new Installation(elsewhere.isBlank() ? repository.resolve("deploy/local/.data") : Path.of(elsewhere));
    }

    Keys keys() {
        return new Keys(directory.resolve("keys"));
    }

    Postgres postgres(int port) throws IOException {
        Path home = directory.resolve("postgres");
        return Postgres.durable(home.resolve("programs"), home, port);
    }

    KafkaNode kafka(Ports ports) {
        return new KafkaNode(directory.resolve("kafka"), ports.kafka(), ports.kafkaController());
    }

    Path claim() {
        return directory.resolve("running");
    }

    Path ledger() {
        return directory.resolve("pids");
    }

    Path log(String part) throws IOException {
        return Files.createDirectories(directory.resolve("logs")).resolve(part + ".log");
    }

    /** Begins an empty log; the last one stays beside it. */
    void turnOver(List<String> parts) throws IOException {
        for (String part : parts) {
            if (Files.exists(log(part))) {
                Files.move(log(part), log(part + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
