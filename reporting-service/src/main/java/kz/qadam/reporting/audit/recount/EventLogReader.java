package kz.qadam.reporting.audit.recount;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.qadam.chassis.events.event.EventJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Reads the event log, and no other table, up to a batch. */
final class EventLogReader {

    private static final String DESCRIPTIONS = """
            select type, data from event_log where batch <= :batch and type = any(:types)
            """;

    /**
     * The newest state of each subject, since a subject can pass from one learner to another. The rows are ordered by
     * learner, so that only one learner is in memory; the order cuts the id out of the text, which is faster than
     * parsing JSON.
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

    private EventLogReader() {}

    static RecountedCatalogue descriptions(Handle database, long batch) {
        Map<List<Object>, RecountedCatalogue.Description> newest = new HashMap<>();
        BinaryOperator<RecountedCatalogue.Description> newer =
                BinaryOperator.maxBy(Comparator.comparingLong(RecountedCatalogue.Description::version));
        database.createQuery(DESCRIPTIONS)
                .bind("batch", batch)
                .bindArray("types", String.class, RecountedCatalogue.eventTypes())
                .map((row, context) -> RecountedCatalogue.read(row.getString(1), row.getString(2)))
                .forEach(one -> newest.merge(List.of(one.getClass(), one.code()), one, newer));
        return new RecountedCatalogue(newest.values());
    }

    /** Hands one learner after another to the consumer, and returns how many events it has read. */
    static long learners(Handle database, long batch, Consumer<RecountedLearner> consumer) {
        Map<UUID, List<RecountedCompletion.MovedFrom>> departures = departures(database, batch);
        UUID current = null;
        RecountedLearner learner = null;
        long events = 0;
        try (ResultIterator<RecountedState> states = database.createQuery(LEARNERS)
                .bind("batch", batch)
                .setFetchSize(2000)
                .map((row, context) -> RecountedState.read(row.getString(1), row.getString(2)))
                .iterator()) {
            while (states.hasNext()) {
                RecountedState state = states.next();
                if (!state.learnerId().equals(current)) {
                    if (learner != null) {
                        consumer.accept(learner);
                    }
                    current = state.learnerId();
                    learner = new RecountedLearner(current, departures.getOrDefault(current, List.of()));
                }
                learner.add(state);
                events++;
            }
        }
        if (learner != null) {
            consumer.accept(learner);
        }
        return events;
    }

    /** The departures of completions, by the learner whom they left; there are few. */
    private static Map<UUID, List<RecountedCompletion.MovedFrom>> departures(Handle database, long batch) {
        return database
                .createQuery(MOVED)
                .bind("batch", batch)
                .map((row, context) ->
                        Optional.ofNullable(EventJson.readAgain(row.getString(1), RecountedCompletion.class)
                                .movedFrom()))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(RecountedCompletion.MovedFrom::learnerId));
    }
}
