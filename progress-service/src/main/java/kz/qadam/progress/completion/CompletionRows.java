package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import kz.qadam.progress.erasure.BlockedLearners;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import org.jdbi.v3.core.Handle;

/**
 * Reads, locks and writes the rows of completions. A replaced state is kept in former_completion: nothing is
 * overwritten.
 */
final class CompletionRows {

    /** A nested record is null if its first column is, such as the content of a tombstone. */
    static final TableColumns<Completion> COLUMNS =
            TableColumns.of(Completion.class, Map.of("at", "changed_at", "role", "by_role"));

    /** The column names for a table with the alias c. */
    static final String NAMES = COLUMNS.names("c");

    static final TableColumns<CompletionKey> KEYS = TableColumns.of(CompletionKey.class);

    private static final String INSERT = """
            insert into completion (%s) select * from %s order by institution, reference
            on conflict (institution, reference) do nothing returning id
            """.formatted(COLUMNS.names(), COLUMNS.rows("v"));

    /** Columns that former_completion does not have. */
    private static final String[] NOT_KEPT = {"reference", "recorded_at", "pending_since"};

    /** Columns that never change. */
    private static final String[] FIXED = {"id", "institution", "reference", "recorded_at"};

    /** The insert reads the rows as they were before the update. */
    private static final String UPDATE = """
            with v as materialized (select * from %s),
            kept as (
                insert into former_completion (%s, until)
                select %s, v.changed_at from v join completion c on c.id = v.id)
            update completion c set %s, changed = pg_current_xact_id() from v where c.id = v.id
            """.formatted(
                    COLUMNS.rows("v"),
                    COLUMNS.list("%s", NOT_KEPT),
                    COLUMNS.list("c.%s", NOT_KEPT),
                    COLUMNS.list("%1$s = v.%1$s", FIXED));

    private static final String LOCK_BY_ID = """
            select %s from completion c where c.id = any(:ids) order by c.institution, c.reference for update
            """.formatted(NAMES);

    private static final String FILL = """
            update completion c set %s, changed = pg_current_xact_id() from %s where c.id = v.id
            """.formatted(COLUMNS.list("%1$s = v.%1$s", FIXED), COLUMNS.rows("v"));

    private static final String LOCK_BY_KEY =
            """
            select %s, not %s as is_blocked from %s join completion c using (institution, reference)
             order by c.institution, c.reference for update of c
            """.formatted(NAMES, BlockedLearners.notBlocked("c.learner_id"), KEYS.rows("wanted"));

    private static final String LOCK_UNDER_ENROLMENTS = """
            select %s from completion c
             where c.id in (
                   select p.id from %s
                     join completion p on p.institution = wanted.institution and p.enrolment = wanted.name
                    where p.enrolment_id is null
                    union all
                   select p.id from unnest(:enrolmentIds) as wanted (id) join completion p on p.enrolment_id = wanted.id)
             order by c.institution, c.reference for update
            """.formatted(NAMES, EnrolmentCopies.NAMES.rows("wanted"));

    /** Only completions that have to count from now on, or not to count any more, because of the programme's days. */
    private static final String LOCK_OUTDATED = """
            select %s from unnest(:learners) as wanted (learner_id)
              join completion c on c.learner_id = wanted.learner_id and c.cohort = :cohort and c.status = 'accepted'
               and (c.counts <> (c.completed_on between :from and :to) or c.because = 'programme-unknown')
             order by c.institution, c.reference for update of c
            """.formatted(NAMES);

    /**
     * A completion that was there before, locked.
     *
     * @param isBlocked whether its learner is blocked: then it must not be shown to institutions
     */
    private record Existing(Completion completion, boolean isBlocked) {}

    /**
     * What {@link #insertOrChange} did.
     *
     * @param changes those of new completions included
     * @param blocked the completions that were there before and whose learner is blocked
     */
    record Written(Map<CompletionKey, CompletionChange> changes, Set<CompletionKey> blocked) {}

    private CompletionRows() {}

    /**
     * Inserts completions. An existing one is locked, and is changed if the rule says so.
     *
     * @param completions the completions by their keys; afterwards the present state of each
     * @param rule decides how an existing completion changes because of the one that cannot be inserted
     */
    static Written insertOrChange(
            Handle handle,
            Map<CompletionKey, Completion> completions,
            BiFunction<Completion, Completion, Optional<CompletionChange>> rule) {
        Map<CompletionKey, CompletionChange> changes = new LinkedHashMap<>();
        Map<CompletionKey, Existing> existing = insertOrLock(handle, completions.values());
        completions.forEach((key, completion) -> {
            Existing before = existing.get(key);
            if (before == null) {
                changes.put(key, new CompletionChange(null, completion));
            } else {
                rule.apply(before.completion(), completion).ifPresent(change -> changes.put(key, change));
            }
        });
        update(
                handle,
                changes.values().stream()
                        .filter(change -> !change.isNew())
                        .map(CompletionChange::after)
                        .toList());
        existing.forEach((key, before) -> completions.put(key, before.completion()));
        changes.forEach((key, change) -> completions.put(key, change.after()));
        return new Written(
                changes,
                existing.entrySet().stream()
                        .filter(one -> one.getValue().isBlocked())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Inserts completions; returns those whose keys existed before, locked. */
    private static Map<CompletionKey, Existing> insertOrLock(Handle handle, Collection<Completion> completions) {
        if (completions.isEmpty()) {
            return Map.of();
        }
        Set<UUID> inserted = insert(handle, completions);
        return lockExisting(
                handle,
                completions.stream()
                        .filter(one -> !inserted.contains(one.id()))
                        .map(Completion::key)
                        .toList());
    }

    /** Inserts those completions whose keys are new, and returns their ids. */
    static Set<UUID> insert(Handle handle, Collection<Completion> completions) {
        return completions.isEmpty()
                ? Set.of()
                : COLUMNS.bind(handle.createQuery(INSERT), completions)
                        .mapTo(UUID.class)
                        .set();
    }

    static Map<UUID, Completion> lockById(Handle handle, Collection<UUID> ids) {
        return handle.createQuery(LOCK_BY_ID)
                .bindArray("ids", UUID.class, ids)
                .map(COLUMNS)
                .collect(Collectors.toMap(Completion::id, Function.identity()));
    }

    /** Writes what is not published of locked completions, in their present states. */
    static void fill(Handle handle, Collection<Completion> completions) {
        COLUMNS.bind(handle.createUpdate(FILL), completions).execute();
    }

    /** Writes new states of locked completions, one for each completion. */
    static void update(Handle handle, List<Completion> completions) {
        if (!completions.isEmpty()) {
            COLUMNS.bind(handle.createUpdate(UPDATE), completions).execute();
        }
    }

    static Map<CompletionKey, Completion> lock(Handle handle, Collection<CompletionKey> keys) {
        return lockExisting(handle, keys).values().stream()
                .map(Existing::completion)
                .collect(Collectors.toMap(Completion::key, Function.identity()));
    }

    private static Map<CompletionKey, Existing> lockExisting(Handle handle, Collection<CompletionKey> keys) {
        return keys.isEmpty()
                ? Map.of()
                : KEYS.bind(handle.createQuery(LOCK_BY_KEY), keys)
                        .map((row, context) -> new Existing(COLUMNS.map(row, context), row.getBoolean("is_blocked")))
                        .collect(Collectors.toMap(one -> one.completion().key(), Function.identity()));
    }

    /** Locks the completions of these enrolments, and the pending ones that name one of them. */
    static List<Completion> lockUnder(Handle handle, Collection<EnrolmentName> names, Collection<UUID> enrolments) {
        return EnrolmentCopies.NAMES
                .bind(handle.createQuery(LOCK_UNDER_ENROLMENTS), names)
                .bindArray("enrolmentIds", UUID.class, enrolments)
                .map(COLUMNS)
                .list();
    }

    /** Locks the accepted completions of these learners whose state does not agree with the programme's days. */
    static List<Completion> lockOutdated(Handle handle, String cohort, Collection<UUID> learners, ProgrammeDays days) {
        return handle.createQuery(LOCK_OUTDATED)
                .bindArray("learners", UUID.class, learners)
                .bind("cohort", cohort)
                .bind("from", days.startsOn())
                .bind("to", days.horizon())
                .map(COLUMNS)
                .list();
    }
}
