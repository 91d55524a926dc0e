package kz.qadam.enrolment.restore;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.StateAdoption;
import kz.qadam.chassis.events.restore.RestoreListener;
import org.jdbi.v3.core.Handle;

/** All that this service has published, and who takes it over. Nothing is published while it is taken over. */
@ApplicationScoped
class PublishedStateAdoption implements StateAdoption, RestoreListener {

    private final List<Adoption<?>> kinds;
    private final Map<String, String> publishers = new HashMap<>();

    PublishedStateAdoption(@All List<Adoption<?>> kinds) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparingInt(Adoption::order)).toList();
        kinds.forEach(kind -> kind.types().forEach(type -> publishers.put(type, kind.publisher())));
    }

    @Override
    public Optional<String> publisher(String type) {
        return Optional.ofNullable(publishers.get(type));
    }

    @Override
    public int adopt(Handle database, List<DeliveredEvent> events) {
        return kinds.stream().mapToInt(kind -> kind.take(database, events)).sum();
    }

    @Override
    public List<String> restored(Handle database, LostSegments lost) {
        return kinds.stream().flatMap(kind -> kind.finish(database).stream()).toList();
    }
}
