package kz.qadam.reporting.audit.hint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.audit.AuditorTextGuard;
import org.jdbi.v3.core.Handle;

/** Keeps what auditors find out about hints. */
@ApplicationScoped
class HintSettlements {

    private final Database database;
    private final PointInTimeResolver points;
    private final HintThresholds thresholds;
    private final Caller caller;
    private final Recording recording;
    private final Clock clock;

    HintSettlements(
            Database database,
            PointInTimeResolver points,
            HintConfig config,
            Caller caller,
            Recording recording,
            Clock clock) {
        this.database = database;
        this.points = points;
        this.thresholds = HintThresholds.configured(config);
        this.caller = caller;
        this.recording = recording;
        this.clock = clock;
    }

    /** The hints as they are settled now; in an answer about the past, without their settlements. */
    static List<ListedHint> listed(Handle database, PointInTime point, YearMonth month, List<Hint> hints) {
        if (point.past()) {
            return hints.stream()
                    .map(hint -> ListedHint.withoutSettlement(hint, hint.id(month)))
                    .toList();
        }
        Map<UUID, HintSettlement> settled = new HintSettlementStore(database)
                .find(hints.stream().map(hint -> hint.id(month)).toList());
        return hints.stream()
                .map(hint -> ListedHint.of(hint, hint.id(month), settled.get(hint.id(month))))
                .toList();
    }

    /**
     * A settlement that was kept.
     *
     * @param isNew whether the hint was not settled before
     */
    record Kept(HintSettlement settlement, boolean isNew) {}

    /**
     * Settles a hint.
     *
     * @param precondition which version it replaces
     * @throws Problem 404 if the month has no such hint by the configured thresholds, 412 or 428 if it is settled
     *     otherwise
     */
    Kept keep(YearMonth month, UUID id, HintSettlementPost post, Precondition precondition) {
        PointInTime now = points.of(null, null);
        return database.transaction(handle -> {
            Hint hint = HintFinder.find(handle, now, month, thresholds).stream()
                    .filter(one -> one.id(month).equals(id))
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            AuditorTextGuard.holdErasures(handle);
            return keep(handle, row(handle, hint, month, post), precondition);
        });
    }

    /** Of an erased learner no text is kept. */
    private HintSettlementStore.Row row(Handle handle, Hint hint, YearMonth month, HintSettlementPost post) {
        boolean isErased = hint.learnerId() != null && AuditorTextGuard.isErased(handle, hint.learnerId());
        return HintSettlementStore.Row.of(
                hint, month, post.outcome(), isErased ? null : post.reason(), clock.instant(), caller.subject());
    }

    private Kept keep(Handle handle, HintSettlementStore.Row row, Precondition precondition) {
        HintSettlementStore table = new HintSettlementStore(handle);
        boolean isNew = table.add(row);
        if (isNew) {
            precondition.requireAbsent();
        } else {
            HintSettlement before = find(table, row.hint());
            if (before.says(row.outcome(), row.reason(), row.count())) {
                return new Kept(before, false);
            }
            precondition.requirePresent();
            precondition.requireMatch(before.version());
            if (!table.replace(row, before.version())) {
                throw new Problem(ProblemType.PRECONDITION_FAILED);
            }
        }
        // The trail finds texts about a person by the person, and a hint is another subject.
        recording.addWrite(
                handle, row.hint().toString(), row.outcome().toString(), row.learner() == null ? row.reason() : null);
        return new Kept(find(table, row.hint()), isNew);
    }

    private static HintSettlement find(HintSettlementStore table, UUID hint) {
        return table.find(List.of(hint)).get(hint);
    }
}
