package kz.qadam.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import kz.qadam.local.Ports;
import kz.qadam.local.Stage;
import kz.qadam.local.SuiteConfig;

/** The environment of the measures: real PostgreSQL and Kafka with temporary data, and the amounts of data. */
record Lab(Path repository, Stage stage, DataSizes sizes, Path directory, Map<String, String> tokens)
        implements AutoCloseable {

    static Lab open(Path repository, Path directory, DataSizes sizes) throws IOException {
        var config = new SuiteConfig(repository, directory, Ports.free(), System.err::println);
        var lab = new Lab(repository, Stage.open(config), sizes, directory, new ConcurrentHashMap<>());
        // Signing a token costs more than sending the request that it is for.
        IntStream.range(0, ProgressDatabase.INSTITUTIONS).forEach(i -> lab.partner("school-" + i));
        return lab;
    }

    /** Runs a checkpoint, so that none of an earlier run falls into the next one. */
    void checkpoint() throws IOException, SQLException {
        Sql.run(stage.administrator(), "checkpoint");
    }

    /** The token of a partner. */
    String partner(String institution) {
        return tokens.computeIfAbsent(institution, code -> token("partner", code));
    }

    String token(String role, String institution) {
        try {
            return stage.token(role, institution);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stage.close();
    }
}
