package kz.qadam.reporting.audit.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jdbi.v3.core.Handle;

/**
 * Finds the readings whose answers had records of one learner. The log keeps the question and the point in time of each
 * reading, and the same question has the same answer for ever; so it is asked again.
 */
@ApplicationScoped
class LearnerReadings {

    /** Entries of the log that one page examines: for most of them a question is asked again. */
    private static final int EXAMINED = 100;

    /** The ids of the person, and the next entries of the log. */
    private record Found(List<UUID> learners, Page<Reading> page) {}

    private enum Match {
        NONE,
        POSSIBLE,
        CERTAIN;

        private static Match of(boolean isIncluded) {
            return isIncluded ? CERTAIN : NONE;
        }
    }

    private static final String EVENTS = "/v1/audit/events/";
    private static final String RECEIPTS = "/v1/receipts";

    /** The records of a worklist, and its page. */
    private static final Pattern WORKLIST = Pattern.compile("(/v1/audit)?/worklists/([0-9a-f-]{36})(/.*)?");

    private static final String IDS = """
            with current as (
                select learner, surviving from learner_alias where to_batch = still_open()),
            one as (
                select coalesce((select surviving from current where learner = :learner), :learner) as surviving)
            select surviving from one
            union
            select current.learner from current join one using (surviving)
            """;

    private static final String COMPLETIONS = """
            select completion from completion_fact where learner = any(:learners) and to_batch = still_open()
            """;

    private static final String IS_EVENT_OF = """
            select exists (select from event_log where event_id = :event and key = any(:learners))
            """;

    private static final String IS_ON_WORKLIST = """
            select exists (select from worklist_record where worklist = :worklist and learner = any(:learners))
            """;

    private final Database database;
    private final PointInTimeResolver points;

    LearnerReadings(Database database, PointInTimeResolver points) {
        this.database = database;
        this.points = points;
    }

    /**
     * The readings among the next entries of the log; there may be none, though more follow.
     *
     * @param until null for all entries
     */
    Page<LearnerReading> page(UUID learnerId, Cursor from, Instant until) {
        Found found = database.transaction(handle -> {
            List<UUID> learners = idsOf(handle, learnerId);
            List<UUID> completions = completionsOf(handle, learners);
            return new Found(
                    learners, Page.of(ReadingLog.after(handle, from, until, EXAMINED, completions), from, EXAMINED));
        });
        List<LearnerReading> concerned = found.page().items().stream()
                .map(reading -> of(reading, found.learners()))
                .flatMap(Optional::stream)
                .toList();
        return new Page<>(concerned, found.page().cursor(), found.page().more());
    }

    /** All ids of the person: the surviving learner, and those that were merged into it. */
    private static List<UUID> idsOf(Handle database, UUID learner) {
        return database.createQuery(IDS)
                .bind("learner", learner)
                .mapTo(UUID.class)
                .list();
    }

    /** The completions of a person, whose receipts are listed by their id. */
    private static List<UUID> completionsOf(Handle database, List<UUID> learners) {
        return database.createQuery(COMPLETIONS)
                .bindArray("learners", UUID.class, learners)
                .mapTo(UUID.class)
                .list();
    }

    /**
     * The reading as it concerns the learner; empty if its answer had no record of the learner.
     *
     * @param reading one of the audit, or of a receipt of the person
     * @param learners all ids of the person
     */
    private Optional<LearnerReading> of(Reading reading, List<UUID> learners) {
        Match match = match(reading, learners);
        return match == Match.NONE
                ? Optional.empty()
                : Optional.of(new LearnerReading(reading, match == Match.CERTAIN));
    }

    private Match match(Reading reading, List<UUID> learners) {
        AskedQuestion asked = AskedQuestion.of(reading.asked());
        if (asked.path().startsWith(RECEIPTS)) {
            return Match.CERTAIN;
        }
        if (asked.path().startsWith(EVENTS)) {
            UUID event = UUID.fromString(asked.path().substring(EVENTS.length()));
            return Match.of(database.transaction(handle -> isEventOf(handle, event, learners)));
        }
        Matcher worklist = WORKLIST.matcher(asked.path());
        if (worklist.matches()) {
            return ofWorklist(UUID.fromString(worklist.group(2)), learners);
        }
        try {
            return switch (asked.path()) {
                case EvidenceResource.PATH -> Match.of(wasInEvidence(reading, asked, learners));
                case "/v1/audit/samples" -> Match.of(wasInSample(reading, asked, learners));
                default -> Match.POSSIBLE;
            };
        } catch (Problem notAnsweredAgain) {
            return Match.POSSIBLE;
        }
    }

    /** Which of its records a page had depends on what was found by then, and is not known any more. */
    private Match ofWorklist(UUID worklist, List<UUID> learners) {
        boolean isOnWorklist = database.transaction(handle -> handle.createQuery(IS_ON_WORKLIST)
                .bind("worklist", worklist)
                .bindArray("learners", UUID.class, learners)
                .mapTo(Boolean.class)
                .one());
        return isOnWorklist ? Match.POSSIBLE : Match.NONE;
    }

    private static boolean isEventOf(Handle database, UUID event, List<UUID> learners) {
        return database.createQuery(IS_EVENT_OF)
                .bind("event", event)
                .bindArray(
                        "learners",
                        String.class,
                        learners.stream().map(UUID::toString).toList())
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether the page that was read had a record of the learner. */
    private boolean wasInEvidence(Reading reading, AskedQuestion asked, List<UUID> learners) {
        PointInTime point = pointInTime(reading);
        EvidenceListKind query = EvidenceListKind.of(asked.text("measure"), "true".equals(asked.text("excluded")));
        EvidenceCursor after =
                asked.text("cursor") == null ? EvidenceCursor.BEFORE_ALL : EvidenceCursor.parse(asked.text("cursor"));
        int limit = Page.limit(asked.number("limit"));
        EvidenceFilter filter = asked.filter();
        return database.transaction(handle -> {
            SqlConditions conditions =
                    filter.conditions(handle, point, EvidenceResource.catalogue(handle, point, filter), query);
            return new EvidenceRecords(handle, point, query, conditions).isOnPage(learners, after, limit);
        });
    }

    private boolean wasInSample(Reading reading, AskedQuestion asked, List<UUID> learners) {
        PointInTime point = pointInTime(reading);
        return database
                .transaction(handle ->
                        SampledRecords.draw(handle, point, asked.filter(), asked.number("size"), asked.text("seed")))
                .items()
                .stream()
                .anyMatch(record -> learners.contains(record.learnerId()));
    }

    private PointInTime pointInTime(Reading reading) {
        return points.of(reading.asOf().toString(), reading.on().toString());
    }
}
