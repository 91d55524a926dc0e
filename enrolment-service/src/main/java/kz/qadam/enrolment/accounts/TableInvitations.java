package kz.qadam.enrolment.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;

/**
 * Invites the people of a table. Keycloak knows no transactions, so each invitation is kept by itself: a table that was not
 * finished is sent again, and goes on where it ended.
 */
@ApplicationScoped
class TableInvitations {

    /** Keycloak takes some 50 ms for each. */
    static final int MOST = 1_000;

    private static final String ACCEPTED = "accepted";

    private final UserAccounts accounts;
    private final ConcurrentKeycloakCalls questions;
    private final Batch batch;

    TableInvitations(UserAccounts accounts, ConcurrentKeycloakCalls questions, Batch batch) {
        this.accounts = accounts;
        this.questions = questions;
        this.batch = batch;
    }

    /**
     * What has become of a table, or would become of it.
     *
     * @param effect the invitations without a fault, whether their people have an account already or not
     * @param isDone whether they were made; otherwise nothing was
     * @param links those that were made
     */
    record Done(BatchAnswer answer, List<UserAccountPost> effect, boolean isDone, List<PasswordLinkView> links) {}

    /** What became of one invitation; {@code link} is null if the account was there, and got no new one. */
    private record Invited(PasswordLinkView link) {

        static final List<String> MEMBERS = List.of("link", "code", "linkEndsAt");

        Map<String, Object> details() {
            return link == null
                    ? Map.of()
                    : Map.of(
                            MEMBERS.get(0), link.link(),
                            MEMBERS.get(1), link.code(),
                            MEMBERS.get(2), link.linkEndsAt());
        }
    }

    /**
     * Invites the people of a table, unless it is a dry run.
     *
     * @param renews whether those who have an account and have not used their link get a new one
     * @param keep whether to make the invitations without a fault
     * @return the verdict on each row, also if Keycloak does not answer: then the other rows say so, and are to be sent again
     * @throws Problem 413 for more than {@link #MOST} people, 501 if accounts are kept elsewhere
     */
    Done invite(
            byte[] body,
            MediaType type,
            BatchOptions options,
            AccountScope scope,
            boolean renews,
            Predicate<List<UserAccountPost>> keep) {
        List<Item> items = batch.items(body, type, UserAccountPost.COLUMNS);
        if (items.size() > MOST) {
            throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/items", MOST));
        }
        List<ParsedItem<UserAccountPost>> rows = judged(items, scope);
        List<UserAccountPost> effect = withoutFault(rows);
        boolean isDone = !options.dryRun() && keep.test(effect);
        List<Outcome<Invited>> outcomes = isDone ? invited(rows, scope, renews) : previewed(rows, scope, renews);
        var shown = new BatchOptions(!isDone, false, options.language());
        var answer = BatchAnswer.of(List.of(ACCEPTED), shown, rows, outcomes, invited -> null, Invited::details)
                .showing(Invited.MEMBERS);
        return new Done(answer, effect, isDone, isDone ? links(outcomes) : List.of());
    }

    private static List<PasswordLinkView> links(List<Outcome<Invited>> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Kept.class::isInstance)
                .map(outcome -> outcome.view().link())
                .toList();
    }

    private List<ParsedItem<UserAccountPost>> judged(List<Item> items, AccountScope scope) {
        List<ParsedItem<UserAccountPost>> read =
                items.stream().map(item -> read(item, scope)).toList();
        Consumer<UserAccountPost> requirement = accounts.requirement(read.stream()
                .map(ParsedItem::content)
                .filter(post -> post != null && post.institution() != null)
                .map(UserAccountPost::institution)
                .distinct()
                .toList());
        Set<String> names = new HashSet<>();
        List<ParsedItem<UserAccountPost>> judged = new ArrayList<>();
        for (ParsedItem<UserAccountPost> row : read) {
            judged.add(row.problem().isPresent() ? row : judged(row, requirement, names));
        }
        return judged;
    }

    private static ParsedItem<UserAccountPost> judged(
            ParsedItem<UserAccountPost> row, Consumer<UserAccountPost> requirement, Set<String> names) {
        try {
            requirement.accept(row.content());
        } catch (Problem refused) {
            return row.rejected(refused);
        }
        return names.add(row.reference())
                ? row
                : row.rejected(new Problem(
                        ProblemType.RULE_VIOLATED, row.fields().fault("name", "account-twice", row.reference())));
    }

    private static ParsedItem<UserAccountPost> read(Item item, AccountScope scope) {
        UserAccountPost post = null;
        Optional<Problem> problem = Optional.empty();
        try {
            post = UserAccountPost.read(item.fields(), scope);
        } catch (Problem refused) {
            problem = Optional.of(refused);
        }
        return new ParsedItem<>(
                item,
                post,
                Submitter.OFFICE,
                post == null ? null : post.institution(),
                post == null ? null : post.name(),
                problem,
                Traces.current());
    }

    private List<Outcome<Invited>> previewed(
            List<ParsedItem<UserAccountPost>> rows, AccountScope scope, boolean renews) {
        return answered(rows, post -> new Answer(null, accounts.existing(post)), (post, answer) -> {
            if (answer.existing().isEmpty()) {
                return new Outcome.Kept<>(201, ACCEPTED, null, new Invited(null));
            }
            UserAccount account = meant(answer, post);
            return renews && accounts.mayRenewInvitation(scope, account)
                    ? new Outcome.Kept<>(200, ACCEPTED, account.id(), new Invited(null))
                    : new Outcome.Repeated<>(account.id(), new Invited(null));
        });
    }

    private List<Outcome<Invited>> invited(List<ParsedItem<UserAccountPost>> rows, AccountScope scope, boolean renews) {
        return answered(rows, this::create, (post, answer) -> {
            if (answer.created() != null) {
                PasswordLinkView link = accounts.linked(answer.created(), post);
                return new Outcome.Kept<>(201, ACCEPTED, link.id(), new Invited(link));
            }
            UserAccount account = meant(answer, post);
            Optional<PasswordLinkView> link = renews ? accounts.renewed(scope, account, post) : Optional.empty();
            return link.<Outcome<Invited>>map(made -> new Outcome.Kept<>(200, ACCEPTED, made.id(), new Invited(made)))
                    .orElseGet(() -> new Outcome.Repeated<>(account.id(), new Invited(null)));
        });
    }

    private Answer create(UserAccountPost post) {
        Optional<UUID> created = accounts.create(post);
        return new Answer(created.orElse(null), created.isPresent() ? Optional.empty() : accounts.existing(post));
    }

    /** @throws Problem 409 if the name is that of another account */
    private static UserAccount meant(Answer answer, UserAccountPost post) {
        return answer.existing().filter(one -> one.isOf(post)).orElseThrow(UserAccounts::nameIsTaken);
    }

    /**
     * What Keycloak has answered about one invitation.
     *
     * @param created the account that was made; null if none was
     * @param existing the account of this name that was there
     */
    private record Answer(UUID created, Optional<UserAccount> existing) {}

    /** What follows from an answer, on the thread of the request. */
    private interface Consequence {
        Outcome<Invited> of(UserAccountPost post, Answer answer);
    }

    private List<Outcome<Invited>> answered(
            List<ParsedItem<UserAccountPost>> rows,
            Function<UserAccountPost, Answer> question,
            Consequence consequence) {
        List<UserAccountPost> posts = withoutFault(rows);
        try (ConcurrentKeycloakCalls.Answers<Answer> answers = questions.ask(posts, question)) {
            List<Outcome<Invited>> outcomes = new ArrayList<>();
            rows.forEach(row -> outcomes.add(row.outcome(() -> outcome(row.content(), answers, consequence))));
            return outcomes;
        }
    }

    private static Outcome<Invited> outcome(
            UserAccountPost post, ConcurrentKeycloakCalls.Answers<Answer> answers, Consequence consequence) {
        try {
            return consequence.of(post, answers.next());
        } catch (Problem refused) {
            if (refused.type() == ProblemType.ACCOUNTS_ELSEWHERE) {
                throw refused;
            }
            return new Outcome.Rejected<>(refused);
        }
    }

    private static List<UserAccountPost> withoutFault(List<ParsedItem<UserAccountPost>> rows) {
        return rows.stream()
                .filter(row -> row.problem().isEmpty())
                .map(ParsedItem::content)
                .toList();
    }
}
