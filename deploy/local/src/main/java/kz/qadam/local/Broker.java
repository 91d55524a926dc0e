package kz.qadam.local;

import java.io.IOException;
import java.util.logging.LogManager;
import kafka.Kafka;

/** Runs Kafka's own main method, with a log configuration that keeps only important messages. */
final class Broker {

    private Broker() {}

    public static void main(String[] propertiesFile) throws IOException {
        try (var settings = Broker.class.getResourceAsStream("broker-logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
        Kafka.main(propertiesFile);
    }
}
