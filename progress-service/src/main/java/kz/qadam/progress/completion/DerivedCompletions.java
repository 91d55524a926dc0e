package kz.qadam.progress.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.crypto.DerivedCode;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import org.jdbi.v3.core.Handle;

/**
 * Completions that this service derives from what an institution's platforms state. They are recorded, corrected and revoked
 * by the code that does so for those that the institution sends itself, so that they count in the same way.
 */
@ApplicationScoped
public class DerivedCompletions {

    /** A completion that is stated, or stated anew. */
    public record Stated(String reference, UUID enrolment, LocalDate completedOn) {}

    /** A completion as it is now. */
    public record Current(UUID id, String reference, CompletionStatus status, LocalDate completedOn) {

        public boolean isRevoked() {
            return status == CompletionStatus.REVOKED;
        }
    }

    private static final TableColumns<Current> CURRENT = TableColumns.of(Current.class);

    private static final String FIND = """
            select %s from completion where institution = :institution and reference = any(:references)
            """.formatted(CURRENT.names());

    private static final String REPORTED = """
            select distinct enrolment_id from completion
             where enrolment_id = any(:enrolments) and status <> 'revoked' and reference <> all(:references)
            """;

    private static final String EARLIER = "The platform has stated another day.";
    private static final String TAKEN_BACK = "The platform has taken it back.";

    // It only writes what this class says.
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Batch batch;
    private final NewCompletions completions;
    private final Corrections corrections;
    private final Revocations revocations;

    DerivedCompletions(
            Database database,
            Batch batch,
            NewCompletions completions,
            Corrections corrections,
            Revocations revocations) {
        this.database = database;
        this.batch = batch;
        this.completions = completions;
        this.corrections = corrections;
        this.revocations = revocations;
    }

    /**
     * The reference of the completion of an enrolment. The first is the one that a table without references gets.
     *
     * @param enrolment the reference of the enrolment
     * @param generation from 1; the next one after a completion was revoked
     */
    public static String reference(String institution, String enrolment, int generation) {
        return generation == 1
                ? CompletionPost.derivedReference(institution, enrolment)
                : DerivedCode.of("x-", institution, enrolment, Integer.toString(generation));
    }

    /** Those of these completions that exist, by their references. */
    public static Map<String, Current> find(Handle handle, String institution, Collection<String> references) {
        return handle.createQuery(FIND)
                .bind("institution", institution)
                .bindArray("references", String.class, references)
                .map(CURRENT)
                .collect(Collectors.toMap(Current::reference, Function.identity()));
    }

    /** Those of these enrolments that have another completion than these, which is not revoked. */
    public static Set<UUID> reportedOtherwise(
            Handle handle, Collection<UUID> enrolments, Collection<String> references) {
        return handle.createQuery(REPORTED)
                .bindArray("enrolments", UUID.class, enrolments)
                .bindArray("references", String.class, references)
                .mapTo(UUID.class)
                .set();
    }

    /** Records completions in this transaction. */
    public List<Outcome<CompletionView>> record(Handle handle, String institution, List<Stated> stated, String trace) {
        return submit(
                completions,
                handle,
                institution,
                trace,
                stated,
                one -> Map.of(
                        "reference", one.reference(),
                        "enrolment", one.enrolment().toString(),
                        "completedOn", one.completedOn().toString()));
    }

    /** Corrects the days of completions in this transaction. */
    public List<Outcome<CompletionView>> correct(Handle handle, String institution, List<Stated> stated, String trace) {
        return submit(
                corrections,
                handle,
                institution,
                trace,
                stated,
                one -> Map.of(
                        "completion",
                        one.reference(),
                        "completedOn",
                        one.completedOn().toString(),
                        "reason",
                        EARLIER));
    }

    /** Revokes completions in this transaction. */
    public List<Outcome<CompletionView>> revoke(
            Handle handle, String institution, List<String> references, String trace) {
        return submit(
                revocations,
                handle,
                institution,
                trace,
                references,
                one -> Map.of("completion", one, "reason", TAKEN_BACK));
    }

    private <T, P, E> List<Outcome<CompletionView>> submit(
            SubmissionKind<P, CompletionView, E> kind,
            Handle handle,
            String institution,
            String trace,
            List<T> stated,
            Function<T, Map<String, String>> members) {
        if (stated.isEmpty()) {
            return List.of();
        }
        List<ParsedItem<P>> items = stated.stream()
                .map(one -> kind.read(item(members.apply(one)), Submitter.of(institution), trace))
                .toList();
        List<Outcome<CompletionView>> outcomes =
                kind.record(handle, items, false).outcomes();
        database.afterCommit(handle, () -> kind.committed(outcomes));
        return outcomes;
    }

    private Item item(Map<String, String> members) {
        try {
            return batch.single(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always written", e);
        }
    }
}
