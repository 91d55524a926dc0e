package kz.qadam.reporting.audit.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.audit.AuditorTextGuard;
import kz.qadam.reporting.audit.evidence.EvidenceRecord;
import kz.qadam.reporting.audit.evidence.ReadingLog;
import kz.qadam.reporting.audit.evidence.SampledRecords;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;

/** Shows the records of worklists, and keeps what is found about them. */
@ApplicationScoped
class WorklistFindings {

    private static final SpreadsheetCsv.Columns<WorklistRecord> COLUMNS = new SpreadsheetCsv.Columns<WorklistRecord>()
            .with("position", WorklistRecord::position)
            .with("institution", one -> one.of(EvidenceRecord::institution))
            .with("region", one -> one.of(EvidenceRecord::region))
            .with("course", one -> one.of(EvidenceRecord::course))
            .with("day", one -> one.of(EvidenceRecord::day))
            .with("reference", one -> one.of(EvidenceRecord::reference))
            .with("enrolmentReference", one -> one.of(EvidenceRecord::enrolmentReference))
            .with("completionId", WorklistRecord::completionId)
            .with("state", WorklistRecord::state)
            .with("outcome", one -> one.found(WorklistFinding::outcome))
            .with("note", one -> one.found(WorklistFinding::note));

    private final Database database;
    private final Worklists worklists;
    private final ReadingLog readings;
    private final Caller caller;
    private final Recording recording;
    private final Clock clock;

    WorklistFindings(
            Database database,
            Worklists worklists,
            ReadingLog readings,
            Caller caller,
            Recording recording,
            Clock clock) {
        this.database = database;
        this.worklists = worklists;
        this.readings = readings;
        this.caller = caller;
        this.recording = recording;
        this.clock = clock;
    }

    /** Reads records of a worklist, and writes that to the log of readings. */
    List<WorklistRecord> read(Worklist worklist, WorklistRecordStore.Choice choice) {
        return readings.read(
                worklist.point(),
                handle -> {
                    List<WorklistRecordStore.Row> rows = new WorklistRecordStore(handle, worklist.id()).page(choice);
                    Map<UUID, EvidenceRecord> records = SampledRecords.read(
                            handle,
                            worklist.point(),
                            rows.stream().map(WorklistRecordStore.Row::learner).toList(),
                            rows.stream()
                                    .map(WorklistRecordStore.Row::completion)
                                    .toList());
                    return rows.stream()
                            .map(row -> new WorklistRecord(
                                    row.position(),
                                    row.completion(),
                                    row.state(),
                                    row.finding(),
                                    records.get(row.completion())))
                            .toList();
                },
                List::size);
    }

    /** All records as a table, for a visit. */
    RestResponse<StreamingOutput> table(Worklist worklist, RecordState state, String institution) {
        List<WorklistRecord> records = read(worklist, new WorklistRecordStore.Choice(state, institution, 0, Page.MOST));
        return SpreadsheetCsv.answer(
                out -> {
                    var csv = new SpreadsheetCsv<>(out, COLUMNS);
                    records.forEach(csv::add);
                    csv.close();
                },
                "worklist-" + worklist.id() + ".csv");
    }

    /**
     * A finding that was kept.
     *
     * @param isNew whether there was none before
     */
    record Kept(WorklistFinding finding, boolean isNew) {}

    /**
     * Keeps what the caller has found about a record.
     *
     * @param precondition which version it replaces
     * @throws Problem 404 if the caller has no such worklist or it has no such record, 409 if it is closed, 412 or 428 if
     *     there is another finding, 422 if the learner is erased or blocked
     */
    Kept keep(UUID worklist, UUID completion, WorklistFindingPost post, Precondition precondition) {
        return database.transaction(handle -> {
            Worklist open = worklists.table(handle).findToWorkOn(worklist).orElseThrow(Problem::notFound);
            if (open.isClosed()) {
                throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("worklist-closed"));
            }
            AuditorTextGuard.holdErasures(handle);
            WorklistRecordStore records = new WorklistRecordStore(handle, worklist);
            if (find(records, completion).state() == RecordState.LEFT_OUT) {
                throw new Problem(ProblemType.RULE_VIOLATED, Message.of("record-left-out"));
            }
            return keep(handle, records, completion, post, precondition);
        });
    }

    private Kept keep(
            Handle handle,
            WorklistRecordStore records,
            UUID completion,
            WorklistFindingPost post,
            Precondition precondition) {
        boolean isNew = records.add(completion, post, clock.instant(), caller.subject());
        if (isNew) {
            precondition.requireAbsent();
        } else {
            WorklistFinding before = find(records, completion).finding();
            if (before.says(post)) {
                return new Kept(before, false);
            }
            precondition.requirePresent();
            precondition.requireMatch(before.version());
            if (!records.replace(completion, before.version(), post, clock.instant(), caller.subject())) {
                throw new Problem(ProblemType.PRECONDITION_FAILED);
            }
        }
        recording.addWrite(handle, completion.toString(), post.outcome().toString(), post.note());
        return new Kept(find(records, completion).finding(), isNew);
    }

    private static WorklistRecordStore.Row find(WorklistRecordStore records, UUID completion) {
        return records.find(completion).orElseThrow(Problem::notFound);
    }
}
