package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import org.jdbi.v3.core.Handle;

/**
 * Decides whether a completion that is sent again is a duplicate: it is if its content equals the content first sent
 * under its reference, or the content after any correction.
 */
final class ResubmissionCheck {

    private static final TableColumns<CompletionContent> CONTENT = TableColumns.of(CompletionContent.class);

    private static final String FORMER_CONTENTS = """
            select id, %s
              from former_completion where id = any(:ids) and enrolment is not null
             order by id, version
            """.formatted(CONTENT.names());

    private final Map<UUID, List<CompletionContent>> former;
    private final Map<EnrolmentName, Enrolment> enrolments;

    private ResubmissionCheck(Map<UUID, List<CompletionContent>> former, Map<EnrolmentName, Enrolment> enrolments) {
        this.former = former;
        this.enrolments = enrolments;
    }

    /**
     * Reads the former contents of these completions.
     *
     * @param known enrolments by the names that the items use
     */
    static ResubmissionCheck of(
            Handle handle, Collection<Completion> completions, Map<EnrolmentName, Enrolment> known) {
        List<Completion> changed =
                completions.stream().filter(c -> c.version() > 1).toList();
        Map<UUID, List<CompletionContent>> former =
                formerContents(handle, changed.stream().map(Completion::id).toList());
        SortedSet<EnrolmentName> names = new TreeSet<>();
        for (Completion completion : changed) {
            Stream.concat(Stream.of(completion.content()), formerOf(former, completion))
                    .filter(content -> content != null)
                    .forEach(content -> names.add(new EnrolmentName(completion.institution(), content.enrolment())));
        }
        Map<EnrolmentName, Enrolment> enrolments = new HashMap<>(EnrolmentCopies.find(handle, names));
        enrolments.putAll(known);
        return new ResubmissionCheck(former, enrolments);
    }

    /** The former contents of each completion, the oldest first. */
    private static Map<UUID, List<CompletionContent>> formerContents(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(FORMER_CONTENTS)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), CONTENT.map(row, context)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * The members in which the sent content differs from the present content; empty if it equals the present or any
     * former content.
     */
    List<String> differences(Completion completion, CompletionContent sent) {
        List<String> now = differences(completion, completion.content(), sent);
        return now.isEmpty()
                        || formerOf(former, completion)
                                .anyMatch(formerContent -> differences(completion, formerContent, sent)
                                        .isEmpty())
                ? List.of()
                : now;
    }

    /** Whether the sent content says the same as the present one, but for the details. */
    boolean differsInDetailsAtMost(Completion completion, CompletionContent sent) {
        return differences(completion, completion.content(), sent.withDetailsOf(completion.content()))
                .isEmpty();
    }

    private List<String> differences(Completion completion, CompletionContent stated, CompletionContent sent) {
        return stated.differencesFrom(sent, isSameEnrolment(completion, stated.enrolment(), sent.enrolment()));
    }

    /** Whether two names refer to the same enrolment: one may be its reference, the other its id. */
    private boolean isSameEnrolment(Completion completion, String one, String other) {
        UUID first = enrolmentId(completion, one);
        return first != null && first.equals(enrolmentId(completion, other));
    }

    private UUID enrolmentId(Completion completion, String name) {
        if (completion.enrolled() != null
                && completion.content() != null
                && name.equals(completion.content().enrolment())) {
            return completion.enrolled().enrolmentId();
        }
        Enrolment enrolment = enrolments.get(new EnrolmentName(completion.institution(), name));
        return enrolment == null ? null : enrolment.id();
    }

    private static Stream<CompletionContent> formerOf(
            Map<UUID, List<CompletionContent>> former, Completion completion) {
        return former.getOrDefault(completion.id(), List.of()).stream();
    }
}
