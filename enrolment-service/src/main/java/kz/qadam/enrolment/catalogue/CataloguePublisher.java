package kz.qadam.enrolment.catalogue;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.Outbox;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.chassis.kafka.Publisher;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.Handle;

/** Publishes the whole state of each thing of the catalogue with each of its versions. */
@Singleton
class CataloguePublisher extends Publisher {

    private static final Map<String, Class<? extends Described>> KINDS = Map.of(
            "programme",
            Programme.class,
            "cohort",
            Cohort.class,
            "course",
            Course.class,
            "institution",
            Institution.class);

    private final Database database;
    private final SessionFactory sessions;

    CataloguePublisher(Outbox outbox, Database database, SessionFactory sessions) {
        super(outbox, "catalogue", "qadam.catalogue");
        this.database = database;
        this.sessions = sessions;
    }

    /** In the transaction that has changed it. */
    void add(Described thing) {
        database.join(handle -> {
            add(handle, List.of(event(thing)));
            return null;
        });
    }

    private static OutboxEvent event(Described thing) {
        return new OutboxEvent(
                thing.subject(),
                "kz.qadam.catalogue." + thing.kind() + "-described.v1",
                thing.subject(),
                thing.version,
                thing.recordedAt,
                thing.state(),
                thing.trace);
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

    /** @param subject as {@link Described#subject} has it */
    private static Optional<Described> find(Session session, String subject) {
        int slash = subject.indexOf('/');
        return Optional.ofNullable(session.find(KINDS.get(subject.substring(0, slash)), subject.substring(slash + 1)));
    }
}
