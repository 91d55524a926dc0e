package kz.qadam.reporting.audit.worklist;

import static java.util.Comparator.comparing;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.audit.evidence.EvidenceRecord;
import kz.qadam.reporting.audit.evidence.EvidenceSample;
import kz.qadam.reporting.audit.evidence.SampledRecords;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import org.jdbi.v3.core.Handle;

/** Draws, shows and closes the worklists of the caller: an auditor of a region has those of the region. */
@ApplicationScoped
class Worklists {

    private final Database database;
    private final PointInTimeResolver points;
    private final Caller caller;
    private final Recording recording;
    private final Clock clock;

    Worklists(Database database, PointInTimeResolver points, Caller caller, Recording recording, Clock clock) {
        this.database = database;
        this.points = points;
        this.caller = caller;
        this.recording = recording;
        this.clock = clock;
    }

    /** An id for a worklist that is to be drawn. */
    static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /**
     * Draws a sample and keeps it. The same id draws once.
     *
     * @throws Problem 404 for an unknown cohort, 422 if nobody is trained
     */
    Worklist draw(UUID id, WorklistPost post) {
        String seed = post.seed() == null ? UUID.randomUUID().toString() : post.seed();
        PointInTime point =
                points.of(post.asOf(), post.on() == null ? null : post.on().toString());
        return database.transaction(handle -> {
            AccessScope scope = caller.scopeOfStaff();
            EvidenceSample sample =
                    SampledRecords.draw(handle, point, post.cohort(), scope.region(), post.size(), seed);
            if (sample.items().isEmpty()) {
                throw new Problem(ProblemType.RULE_VIOLATED, Fault.at("/cohort", "nobody-trained", post.cohort()));
            }
            WorklistStore table = new WorklistStore(handle, scope);
            if (table.insert(drawn(id, post.size(), scope.region(), sample))) {
                new WorklistRecordStore(handle, id).insert(records(id, sample));
                recording.addWrite(handle, id.toString());
            }
            return table.find(id).orElseThrow(Problem::notFound);
        });
    }

    private WorklistStore.Drawn drawn(UUID id, int size, String region, EvidenceSample sample) {
        return new WorklistStore.Drawn(
                id,
                sample.cohort(),
                region,
                sample.seed(),
                size,
                sample.figureVersion(),
                sample.asOf(),
                sample.on(),
                sample.total(),
                clock.instant(),
                caller.subject());
    }

    /** In the order of a journey: the records of a region, and in it those of an institution, follow each other. */
    private static List<WorklistRecordStore.Drawn> records(UUID id, EvidenceSample sample) {
        List<EvidenceRecord> sorted = sample.items().stream()
                .sorted(comparing(EvidenceRecord::region)
                        .thenComparing(EvidenceRecord::institution)
                        .thenComparing(EvidenceRecord::day)
                        .thenComparing(EvidenceRecord::completionId))
                .toList();
        List<WorklistRecordStore.Drawn> records = new ArrayList<>();
        sorted.forEach(one -> records.add(new WorklistRecordStore.Drawn(
                id, records.size() + 1, one.completionId(), one.learnerId(), one.institution())));
        return records;
    }

    /** The cohorts from which can be drawn, by code. */
    SortedMap<String, Cohort> cohorts() {
        PointInTime now = points.of(null, null);
        return database.transaction(handle -> Catalogue.at(handle, now.batch()).cohorts());
    }

    /** @throws Problem 404 if the caller has no such worklist */
    Worklist find(UUID id) {
        return database.transaction(handle -> find(handle, id));
    }

    Worklist find(Handle handle, UUID id) {
        return table(handle).find(id).orElseThrow(Problem::notFound);
    }

    /** Those that follow, in the order of their last change. */
    List<ListedRow<Worklist>> after(PageStart start) {
        return database.transaction(handle -> table(handle).after(start));
    }

    /** The open ones first. */
    List<Worklist> newest(int limit) {
        return database.transaction(handle -> table(handle).newest(limit));
    }

    /**
     * Closes a worklist; one that is closed stays as it is.
     *
     * @param shown the digest of the counts that the caller was shown; null: whatever they are
     * @throws Problem 404 if the caller has no such worklist, 409 if the counts are others by now
     */
    Worklist close(UUID id, String shown) {
        return database.transaction(handle -> {
            Worklist before = table(handle).findToClose(id).orElseThrow(Problem::notFound);
            if (before.isClosed()) {
                return before;
            }
            if (shown != null && !shown.equals(before.counts().digest())) {
                throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("worklist-changed"));
            }
            table(handle).close(id, clock.instant(), caller.subject());
            recording.addWrite(handle, id.toString());
            return find(handle, id);
        });
    }

    WorklistStore table(Handle handle) {
        return new WorklistStore(handle, caller.scopeOfStaff());
    }
}
