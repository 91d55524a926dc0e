package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Blocks for a time that were lifted. Each was published with all ids of the person; if these turn out to be two persons,
 * it is published for each of them, so that nothing that was published names ids of both in its newest state.
 */
@ApplicationScoped
public class LiftedBlockRepublishing {

    private final TemporaryBlockPublisher publisher;

    LiftedBlockRepublishing(TemporaryBlockPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Divides the lifted block of a learner, if there was one since the learner absorbed the other. To be called in a
     * transaction during which nobody blocks.
     *
     * @param follow the aliases of the absorbed learner
     */
    public void split(Handle database, UUID surviving, UUID absorbed, List<UUID> follow, String trace) {
        List<UUID> ids = Stream.concat(Stream.of(absorbed), follow.stream()).toList();
        if (TemporaryBlockRows.split(database, surviving, absorbed, ids, trace)) {
            publisher.publish(database, List.of(absorbed, surviving));
        }
    }
}
