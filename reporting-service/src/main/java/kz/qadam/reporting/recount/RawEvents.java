package kz.qadam.reporting.recount;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.qadam.reporting.json.Members;
import org.jdbi.v3.core.Handle;

/** Reads the event log, and nothing else, up to a batch. */
final class RawEvents {

    private static final String DESCRIBED = """
            select split_part(split_part(type, '.', 4), '-', 1) as thing, data from event_log
             where batch <= :batch and type like 'kz.qadam.catalogue.%-described.v1'
            """;

    /**
     * The newest state of each thing, since a thing can pass from one learner to another. Learner by learner, so that one
     * is in memory and not all; by what follows the member's name, which is quick.
     */
    private static final String LEARNERS = """
            with newest as (
                select split_part(type, '.', 3) as kind, subject, max(subject_version) as version from event_log
                 where batch <= :batch and (type like 'kz.qadam.enrolment.%' or type like 'kz.qadam.completion.%'
                    or type in ('kz.qadam.learner.trained.v1', 'kz.qadam.learner.no-longer-trained.v1'))
                 group by kind, subject)
            select event.type, event.data
              from event_log event
              join newest on newest.subject = event.subject and newest.version = event.subject_version
                         and newest.kind = split_part(event.type, '.', 3)
             where event.batch <= :batch
             order by left(translate(lower(substr(data, strpos(data, '"learnerId"') + 11, 60)), E' :"\\t\\r\\n', ''), 36)
                          collate "C"
            """;

    private static final String MOVED = """
            select data from event_log
             where batch <= :batch and type like 'kz.qadam.completion.%' and strpos(data, '"movedFrom"') > 0
            """;

    private record Event(String type, Members data) {}

    private RawEvents() {}

    /** The newest descriptions of all things in the catalogue, by what they are, such as course. */
    static Map<String, Collection<Members>> described(Handle database, long batch) {
        Map<String, Map<String, Members>> newest = new HashMap<>();
        database.createQuery(DESCRIBED)
                .bind("batch", batch)
                .map((row, context) -> Map.entry(row.getString(1), Members.ofKnown(row.getString(2))))
                .forEach(one -> newest.computeIfAbsent(one.getKey(), thing -> new HashMap<>())
                        .merge(
                                one.getValue().text("code"),
                                one.getValue(),
                                (known, other) ->
                                        known.whole("version", 1) >= other.whole("version", 1) ? known : other));
        Map<String, Collection<Members>> all = new HashMap<>();
        newest.forEach((thing, byCode) -> all.put(thing, byCode.values()));
        return all;
    }

    /** Hands over one learner after another, and returns how many events were read. */
    static long learners(Handle database, long batch, Consumer<Learner> each) {
        Grouping grouping = new Grouping(departures(database, batch), each);
        try (var events = database
                .createQuery(LEARNERS)
                .bind("batch", batch)
                .setFetchSize(2000)
                .map((row, context) -> new Event(row.getString(1), Members.ofKnown(row.getString(2))))
                .stream()) {
            events.forEach(grouping::add);
        }
        grouping.end();
        return grouping.events;
    }

    /** What completions left when they passed to another learner or cohort; few do. */
    private static Map<UUID, List<Departure>> departures(Handle database, long batch) {
        return database
                .createQuery(MOVED)
                .bind("batch", batch)
                .map((row, context) -> Departure.of(Members.ofKnown(row.getString(1))))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Departure::learner));
    }

    private static final class Grouping {

        private final Map<UUID, List<Departure>> departures;
        private final Consumer<Learner> each;
        private UUID current;
        private Learner learner;
        private long events;

        Grouping(Map<UUID, List<Departure>> departures, Consumer<Learner> each) {
            this.departures = departures;
            this.each = each;
        }

        void add(Event event) {
            UUID id = event.data().uuid("learnerId");
            if (!id.equals(current)) {
                end();
                current = id;
                learner = new Learner(departures.getOrDefault(id, List.of()));
            }
            events++;
            if (event.type().startsWith("kz.qadam.enrolment.")) {
                learner.add(EnrolmentState.of(event.data()));
            } else if (event.type().startsWith("kz.qadam.completion.")) {
                learner.add(CompletionState.of(event.data()));
            } else {
                learner.add(TrainedState.of(event.data()));
            }
        }

        void end() {
            if (learner != null) {
                each.accept(learner);
            }
        }
    }
}
