package kz.qadam.progress;

import java.util.Comparator;
import java.util.List;
import kz.qadam.chassis.testing.PublishedEvent;

/** What this service has published, read from the beginning of its topic. */
public final class Published {

    private Published() {}

    public static List<PublishedEvent> about(String subject) {
        return all().stream().filter(e -> e.subject().equals(subject)).toList();
    }

    /** By version: what was published about something, from its first state to its last. */
    public static List<PublishedEvent> inOrder(String subject) {
        return about(subject).stream()
                .sorted(Comparator.comparing(
                        event -> event.data().path("version").asInt()))
                .toList();
    }

    public static List<String> types(String subject) {
        return inOrder(subject).stream().map(PublishedEvent::type).toList();
    }

    /** What one member said in each state. */
    public static List<String> members(String subject, String name) {
        return inOrder(subject).stream()
                .map(event -> event.data().path(name).asText())
                .toList();
    }

    public static List<PublishedEvent> all() {
        return PublishedEvent.of("qadam.completions");
    }
}
