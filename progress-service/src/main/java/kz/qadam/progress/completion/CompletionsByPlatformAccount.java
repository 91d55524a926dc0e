package kz.qadam.progress.completion;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.progress.completion.EnrolmentByPlatformAccount.Asked;
import org.jdbi.v3.core.Handle;

/**
 * Gives completions that name their learner by an account the enrolment, and the reference that statements of the platform
 * give it, too. So a table of the platform says the same as its statements.
 */
@Singleton
class CompletionsByPlatformAccount {

    /** A completion of an enrolment. */
    private record Reported(UUID enrolmentId, String reference, CompletionStatus status) {}

    private static final TableColumns<Reported> REPORTED = TableColumns.of(Reported.class);

    private static final String FIND = """
            select %s from completion where enrolment_id = any(:enrolments) order by recorded_at, id
            """.formatted(REPORTED.names());

    private final EnrolmentByPlatformAccount.Source accounts;

    CompletionsByPlatformAccount(EnrolmentByPlatformAccount.Source accounts) {
        this.accounts = accounts;
    }

    /** The same items, each with its enrolment, or rejected. */
    List<ParsedItem<CompletionPost>> named(Handle handle, List<ParsedItem<CompletionPost>> items) {
        List<Asked> asked = items.stream()
                .filter(CompletionsByPlatformAccount::isByAccount)
                .map(CompletionsByPlatformAccount::asked)
                .toList();
        if (asked.isEmpty()) {
            return items;
        }
        Map<Asked, EnrolmentByPlatformAccount> found = accounts.find(handle, asked);
        Map<UUID, List<Reported>> reported = reported(
                handle,
                found.values().stream()
                        .filter(EnrolmentByPlatformAccount.Found.class::isInstance)
                        .map(one -> ((EnrolmentByPlatformAccount.Found) one).id())
                        .toList());
        return items.stream()
                .map(item -> isByAccount(item) ? named(item, found.get(asked(item)), reported) : item)
                .toList();
    }

    private static boolean isByAccount(ParsedItem<CompletionPost> item) {
        return item.problem().isEmpty() && item.content().by().hasAccount();
    }

    private static Asked asked(ParsedItem<CompletionPost> item) {
        CompletionPost post = item.content();
        return new Asked(
                item.actingFor(),
                post.by().platform(),
                post.by().account(),
                post.by().course(),
                post.completedOn());
    }

    private static Map<UUID, List<Reported>> reported(Handle handle, Collection<UUID> enrolments) {
        return handle.createQuery(FIND)
                .bindArray("enrolments", UUID.class, enrolments)
                .map(REPORTED)
                .collect(Collectors.groupingBy(Reported::enrolmentId));
    }

    private static ParsedItem<CompletionPost> named(
            ParsedItem<CompletionPost> item, EnrolmentByPlatformAccount enrolment, Map<UUID, List<Reported>> reported) {
        if (enrolment instanceof EnrolmentByPlatformAccount.None none) {
            Object[] arguments = none.code().equals("unknown-code") ? new Object[] {value(item, none)} : new Object[0];
            return item.rejected(
                    new Problem(ProblemType.RULE_VIOLATED, item.fields().fault(none.member(), none.code(), arguments)));
        }
        var found = (EnrolmentByPlatformAccount.Found) enrolment;
        CompletionPost post = item.content();
        String reference = Optional.ofNullable(post.reference())
                .orElseGet(() -> reference(item.actingFor(), found, reported.getOrDefault(found.id(), List.of())));
        return item.as(post.of(found.id().toString(), reference), reference);
    }

    private static String value(ParsedItem<CompletionPost> item, EnrolmentByPlatformAccount.None none) {
        NamedByPlatformAccount by = item.content().by();
        return none.member().equals(NamedByPlatformAccount.COURSE) ? by.course() : by.platform();
    }

    /**
     * The reference that statements use; if the institution has reported the completion under one of its own, that one, so
     * that it is not reported twice.
     */
    private static String reference(
            String institution, EnrolmentByPlatformAccount.Found found, List<Reported> reported) {
        String derived = DerivedCompletions.reference(institution, found.reference(), found.generation());
        boolean isThere = reported.stream().anyMatch(one -> one.reference().equals(derived));
        return isThere
                ? derived
                : reported.stream()
                        .filter(one -> one.status() != CompletionStatus.REVOKED)
                        .map(Reported::reference)
                        .findFirst()
                        .orElse(derived);
    }
}
