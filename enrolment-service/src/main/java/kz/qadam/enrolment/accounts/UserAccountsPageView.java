package kz.qadam.enrolment.accounts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;

/**
 * What the page of accounts shows.
 *
 * @param part the accounts; null if Keycloak cannot be asked
 * @param problem why that is, or why a form was refused; null if neither
 * @param heading what kind of problem it is
 * @param sent the form of an invitation that was refused or is to be confirmed, by member
 * @param faults what is wrong with its members
 * @param made the link that was made; null if none was
 * @param question what is to be confirmed about an account; null if nothing is
 * @param invitation the one that is to be confirmed; null if none is
 */
record UserAccountsPageView(
        DeskContext context,
        AccountScope scope,
        UserAccountSearch looked,
        UserAccounts.Part part,
        String problem,
        Heading heading,
        Map<String, String> sent,
        Map<String, String> faults,
        PasswordLinkView made,
        Question question,
        Invitation invitation) {

    /**
     * An invitation that was not made yet.
     *
     * @param isRenewal whether the person was invited so already, and gets another link
     */
    record Invitation(UserAccountPost post, boolean isRenewal) {}

    /**
     * Whether something is to be done to an account.
     *
     * @param isOther whether somebody has changed it since it was confirmed
     */
    record Question(AccountView account, UserAccountChange change, boolean isOther) {

        /** What confirms it, as long as the account is what is shown. */
        public String shown() {
            return account.digest();
        }
    }

    /** What kind of problem is said. */
    enum Heading {
        NOTHING_DONE,
        ELSEWHERE,
        /** Keycloak has not answered. */
        UNCERTAIN
    }

    /** One of several values of a field. */
    record Choice(String value, String text, boolean isChosen) {}

    static UserAccountsPageView empty(DeskContext context, AccountScope scope, UserAccountSearch looked) {
        return new UserAccountsPageView(
                context, scope, looked, null, null, Heading.NOTHING_DONE, Map.of(), Map.of(), null, null, null);
    }

    UserAccountsPageView showing(UserAccounts.Part shown) {
        return new UserAccountsPageView(
                context, scope, looked, shown, problem, heading, sent, faults, made, question, invitation);
    }

    UserAccountsPageView missing(Problem why) {
        Heading missing = why.type() == ProblemType.ACCOUNTS_ELSEWHERE ? Heading.ELSEWHERE : Heading.NOTHING_DONE;
        return new UserAccountsPageView(
                context,
                scope,
                looked,
                null,
                sentence(why, context),
                missing,
                sent,
                faults,
                made,
                question,
                invitation);
    }

    /** Why something about accounts cannot be done; if they are kept elsewhere, where. */
    static String sentence(Problem why, DeskContext context) {
        return why.type() == ProblemType.ACCOUNTS_ELSEWHERE
                ? context.tell(why.type().help())
                : ProblemBody.sentence(why, context.language());
    }

    /** @param wasTried whether something was to be done, and not only to be shown */
    UserAccountsPageView refused(Problem why, Map<String, String> form, boolean wasTried) {
        if (isElsewhere()) return this;
        Heading kind = wasTried && why.type() == ProblemType.UNAVAILABLE ? Heading.UNCERTAIN : Heading.NOTHING_DONE;
        ProblemBody body = ProblemBody.of(why, context.language());
        Map<String, String> wrong = new HashMap<>();
        body.errors().stream()
                .filter(one -> one.pointer() != null && !one.pointer().isEmpty())
                .forEach(one -> wrong.merge(one.pointer().substring(1), one.detail(), (a, b) -> a + " " + b));
        return new UserAccountsPageView(
                context, scope, looked, part, body.sentence(), kind, form, wrong, made, question, invitation);
    }

    UserAccountsPageView with(PasswordLinkView link) {
        return new UserAccountsPageView(
                context, scope, looked, part, problem, heading, sent, faults, link, question, invitation);
    }

    UserAccountsPageView asking(AccountView account, UserAccountChange change, boolean isOther) {
        return new UserAccountsPageView(
                context,
                scope,
                looked,
                part,
                problem,
                heading,
                sent,
                faults,
                made,
                new Question(account, change, isOther),
                invitation);
    }

    UserAccountsPageView asking(Invitation wanted, Map<String, String> form) {
        return new UserAccountsPageView(
                context, scope, looked, part, problem, heading, form, faults, made, question, wanted);
    }

    public boolean isElsewhere() {
        return heading == Heading.ELSEWHERE;
    }

    /** The title of the problem. */
    public String problemTitle() {
        return switch (heading) {
            case NOTHING_DONE -> context.say("refused");
            case ELSEWHERE -> say("elsewhere");
            case UNCERTAIN -> say("uncertain");
        };
    }

    public boolean isOffice() {
        return scope.institution() == null;
    }

    /** What was filled in, if it was refused. */
    public String value(String member) {
        return sent.getOrDefault(member, "");
    }

    /** What is wrong with a member; null if nothing is. */
    public String fault(String member) {
        return faults.get(member);
    }

    /** The roles to which the reader invites. */
    public List<Choice> roles() {
        return Arrays.stream(UserAccountRole.values())
                .filter(role -> isOffice() || role.isOfInstitution())
                .map(role -> new Choice(role.code(), name(role), role.code().equals(value("role"))))
                .toList();
    }

    /** No region, and each. */
    public List<Choice> regions() {
        return Stream.concat(
                        Stream.of(new Choice("", say("no-region"), false)),
                        NamedCatalogueEntries.regions(context.language()).entrySet().stream()
                                .map(one -> new Choice(
                                        one.getKey(),
                                        one.getValue(),
                                        one.getKey().equals(value("region")))))
                .toList();
    }

    /** Role and place of an account, in words. */
    public String whose(AccountView account) {
        return account.role() == null
                ? say("of-provider")
                : whose(account.role(), account.institution(), account.region());
    }

    /** The same of who is to be invited. */
    public String whose(UserAccountPost post) {
        return whose(post.role(), post.institution(), post.region());
    }

    private String whose(UserAccountRole role, String institution, String region) {
        String regionName = region == null
                ? null
                : NamedCatalogueEntries.regions(context.language()).getOrDefault(region, region);
        return Stream.of(name(role), institution, regionName)
                .filter(one -> one != null)
                .collect(Collectors.joining(" · "));
    }

    private String name(UserAccountRole role) {
        return say("role." + role.code());
    }

    /** Whether it is locked, waits for its person, and when it was last changed. */
    public String state(AccountView account) {
        String state = account.locked()
                ? say("locked")
                : account.linkEndsAt() == null ? say("open") : tell("waits", context.day(account.linkEndsAt()));
        return account.changedAt() == null ? state : state + " · " + tell("changed", context.day(account.changedAt()));
    }

    /** What the reader can do to it. */
    public List<UserAccountChange> changes(AccountView account) {
        if (account.role() == null || account.id().toString().equals(scope.self())) return List.of();
        return account.locked()
                ? List.of(UserAccountChange.UNLOCK)
                : List.of(
                        UserAccountChange.PASSWORD_RESET,
                        UserAccountChange.SECOND_FACTOR_RESET,
                        UserAccountChange.LOCK);
    }

    public String title(UserAccountChange change) {
        return say("change." + change.code());
    }

    /** What it does. */
    public String effect(UserAccountChange change) {
        return say("effect." + change.code());
    }

    public String action(AccountView account, UserAccountChange change) {
        return context.page(UserAccountPage.PATH + "/" + account.id() + "/" + change.code());
    }

    /** Until when a link opens. */
    public String end(PasswordLinkView link) {
        return tell("link-ends", context.day(link.linkEndsAt()));
    }

    /** Where many people are invited at once. */
    public String many() {
        return context.page(InvitationTablePage.PATH);
    }

    /** Null on the last page. */
    public String next() {
        return part == null || part.isLast() ? null : context.page(UserAccountPage.PATH) + looked.next();
    }

    private String say(String key) {
        return tell(key);
    }

    private String tell(String key, Object... arguments) {
        return context.tell(Message.of("accounts." + key, arguments));
    }
}
