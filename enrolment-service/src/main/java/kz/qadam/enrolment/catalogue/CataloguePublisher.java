package kz.qadam.enrolment.catalogue;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.events.kafka.EventPublisher;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.Handle;

/** Publishes each version of each catalogue entry, always with its whole state. */
@Singleton
class CataloguePublisher extends EventPublisher {

    private static final Map<String, Class<? extends CatalogueEntry>> KINDS = Map.of(
            "programme",
            Programme.class,
            "cohort",
            Cohort.class,
            "course",
            Course.class,
            "institution",
            Institution.class);

    private final SessionFactory sessions;

    CataloguePublisher(Outbox outbox, SessionFactory sessions) {
        super(outbox, "catalogue", "qadam.catalogue");
        this.sessions = sessions;
    }

    /** Writes the events into the outbox, in the transaction that changed the entries. */
    void addAll(Handle transaction, List<? extends CatalogueEntry> changed) {
        add(transaction, changed.stream().map(CataloguePublisher::event).toList());
    }

    static String type(String kind) {
        return "kz.qadam.catalogue." + kind + "-described.v1";
    }

    private static OutboxEvent event(CatalogueEntry entry) {
        return new OutboxEvent(
                entry.subject(),
                type(entry.subjectKind()),
                entry.subject(),
                entry.version,
                entry.recordedAt,
                entry.eventData(),
                entry.trace);
    }

    @Override
    protected List<OutboxEvent> newest(Handle handle, Collection<String> subjects) {
        try (Session session =
                sessions.withOptions().connection(handle.getConnection()).openSession()) {
            return subjects.stream()
                    .flatMap(subject -> find(session, subject).stream())
                    .map(CataloguePublisher::event)
                    .toList();
        }
    }

    /** @param subject in the form of {@link CatalogueEntry#subject} */
    private static Optional<CatalogueEntry> find(Session session, String subject) {
        int slash = subject.indexOf('/');
        return Optional.ofNullable(session.find(KINDS.get(subject.substring(0, slash)), subject.substring(slash + 1)));
    }
}
