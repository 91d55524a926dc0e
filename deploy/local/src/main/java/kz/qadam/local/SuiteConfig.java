package kz.qadam.local;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a suite is started from and where.
 *
 * @param repository the top of the source tree, in which the services are packaged
 * @param data the directory that keeps the databases, the events, the keys and the logs
 * @param news hears, in a line each, what becomes of the parts
 */
public record SuiteConfig(Path repository, Path data, Ports ports, Purpose purpose, Consumer<String> news) {

    /** One for use. */
    public SuiteConfig(Path repository, Path data, Ports ports, Consumer<String> news) {
        this(repository, data, ports, Purpose.USE, news);
    }
}
