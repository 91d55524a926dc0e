package kz.qadam.enrolment;

import java.util.List;
import kz.qadam.chassis.testing.PublishedEvent;

/** What this service has published, read from Kafka's beginning. */
public final class Published {

    private Published() {}

    public static List<PublishedEvent> about(String subject) {
        return all().stream().filter(event -> event.subject().equals(subject)).toList();
    }

    public static List<PublishedEvent> all() {
        return PublishedEvent.of("qadam.catalogue", "qadam.enrolments", "qadam.keys");
    }
}
