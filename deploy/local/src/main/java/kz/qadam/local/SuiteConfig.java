package kz.qadam.local;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The source, the data and the ports of a suite.
 *
 * @param repository the top of the source tree, in which the services are packaged
 * @param data the directory that keeps the databases, the events, the keys and the logs
 * @param news receives one line of text for each event of a part
 */
public record SuiteConfig(Path repository, Path data, Ports ports, Purpose purpose, Consumer<String> news) {

    /** The configuration for real use. */
    public SuiteConfig(Path repository, Path data, Ports ports, Consumer<String> news) {
        this(repository, data, ports, Purpose.USE, news);
    }
}
