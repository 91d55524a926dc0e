package kz.qadam.enrolment.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.enrolment.catalogue.InstitutionStatus;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the accounts of people. No transaction is open while Keycloak is asked, so that one that hangs holds up nothing else.
 * What changes an account is first on record, and then done.
 */
@ApplicationScoped
class UserAccounts {

    private final Realm realm;
    private final Database database;
    private final Recording recording;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    UserAccounts(
            Realm realm,
            Database database,
            Recording recording,
            Clock clock,
            @ConfigProperty(name = "qadam.public-url") String publicUrl) {
        this.realm = realm;
        this.database = database;
        this.recording = recording;
        this.clock = clock;
        this.address = publicUrl + PasswordLinkPage.PATH;
    }

    /** Some accounts, in the order of their names. */
    record Part(List<AccountView> accounts, boolean isLast) {}

    /**
     * Accounts within scope.
     *
     * @param institution null: of any
     * @param name the whole user name; null: any
     * @param first how many of the provider's to pass over
     */
    Part list(AccountScope scope, String institution, String name, int first, int most) {
        Realm.Part found = name == null ? realm.list(first, most, institution) : realm.named(name);
        List<UserAccount> visible = found.accounts().stream()
                .filter(account -> institution == null || institution.equals(account.institution()))
                .filter(scope::sees)
                .toList();
        var known = database.transaction(handle -> UserAccountRows.find(
                handle, visible.stream().map(UserAccount::id).toList()));
        Instant now = clock.instant();
        return new Part(
                visible.stream()
                        .map(account -> AccountView.of(account, known.get(account.id()), now))
                        .toList(),
                found.isLast());
    }

    /** @throws Problem 404 if there is no such account in the scope */
    AccountView find(AccountScope scope, UUID id) {
        UserAccount account = realm.find(id).filter(scope::sees).orElseThrow(Problem::notFound);
        var known = database.transaction(handle -> UserAccountRows.find(handle, List.of(id)));
        return AccountView.of(account, known.get(id), clock.instant());
    }

    /**
     * Makes an account, to which its author may invite ({@link UserAccountPost#read}), and whose password the holder of the link chooses. Keycloak lets one of two at the same time make it.
     *
     * @throws Problem 409 if there is one of this name, 422 if there is no such institution or it is not active
     */
    PasswordLinkView invite(UserAccountPost post) {
        requireInstitution(post);
        return linked(create(post).orElseThrow(UserAccounts::nameIsTaken), post);
    }

    /**
     * Whether an invitation would give another link to a person who was invited so already and has not used the first one.
     *
     * @throws Problem 409 if there is another account of this name, 422 as {@link #invite}
     */
    boolean wouldRenew(AccountScope scope, UserAccountPost post) {
        requireInstitution(post);
        Optional<UserAccount> existing = existing(post);
        if (existing.filter(account -> !account.isOf(post) || !mayRenewInvitation(scope, account))
                .isPresent()) {
            throw nameIsTaken();
        }
        return existing.isPresent();
    }

    /**
     * Invites a person, or gives another link to who was invited so already and has not used the first one: so somebody who
     * presses twice holds a link that opens.
     *
     * @throws Problem as {@link #wouldRenew}
     */
    PasswordLinkView inviteOrRenew(AccountScope scope, UserAccountPost post) {
        requireInstitution(post);
        return create(post)
                .map(created -> linked(created, post))
                .or(() -> existing(post)
                        .filter(account -> account.isOf(post))
                        .flatMap(account -> renewed(scope, account, post)))
                .orElseThrow(UserAccounts::nameIsTaken);
    }

    private void requireInstitution(UserAccountPost post) {
        if (post.institution() != null) {
            requirement(List.of(post.institution())).accept(post);
        }
    }

    /** Makes an account that nobody can open yet; empty if there is one of this name. */
    Optional<UUID> create(UserAccountPost post) {
        return realm.create(post);
    }

    /** Gives a new account its link. */
    PasswordLinkView linked(UUID created, UserAccountPost post) {
        try {
            return link(created, post.name(), null, post.role().code(), post.language());
        } catch (RuntimeException e) {
            // Somebody else has invited the same person at the same time, and has given the account its link.
            boolean hasLink = e instanceof Problem problem && problem.type() == ProblemType.VERSION_CONFLICT;
            if (!hasLink) {
                realm.delete(created);
            }
            throw e;
        }
    }

    /** The account of this name, if there is one. */
    Optional<UserAccount> existing(UserAccountPost post) {
        return realm.named(post.name()).accounts().stream().findFirst();
    }

    /** Whether an account of somebody else was invited here and its first link was not used yet, or never came. */
    boolean mayRenewInvitation(AccountScope scope, UserAccount account) {
        return mayRenewInvitation(scope, account, known(account));
    }

    /** An account that is not known here has its link still to come, unless somebody has given it a password elsewhere. */
    private boolean mayRenewInvitation(AccountScope scope, UserAccount account, Optional<UserAccountRows.Known> known) {
        return account.role() != null
                && !scope.isOwn(account.id())
                && known.map(one -> one.linkEndsAt() != null).orElseGet(() -> !realm.hasPassword(account.id()));
    }

    /**
     * A new link in place of the first one, if that may be renewed.
     *
     * @throws Problem 409 if it was used meanwhile
     */
    Optional<PasswordLinkView> renewed(AccountScope scope, UserAccount account, UserAccountPost post) {
        Optional<UserAccountRows.Known> known = known(account);
        if (!mayRenewInvitation(scope, account, known)) {
            return Optional.empty();
        }
        Instant seen = known.map(UserAccountRows.Known::changedAt).orElse(null);
        return Optional.of(
                link(account.id(), post.name(), seen, UserAccountChange.PASSWORD_RESET.code(), post.language()));
    }

    private Optional<UserAccountRows.Known> known(UserAccount account) {
        return database.transaction(handle -> Optional.ofNullable(
                UserAccountRows.find(handle, List.of(account.id())).get(account.id())));
    }

    static Problem nameIsTaken() {
        return new Problem(ProblemType.REFERENCE_CONFLICT, Fault.at("/name", "account-exists", "name"));
    }

    /**
     * Does something to an account.
     *
     * @param seen the account as its author has seen it
     * @return the link by which its person goes on, if there is one
     * @throws Problem 409 if it was changed since, 503 if Keycloak does not say whether it was done
     */
    Optional<PasswordLinkView> change(
            AccountScope scope, AccountView seen, UserAccountChange change, PasswordLinkLanguage language) {
        UUID id = seen.id();
        scope.requireChanging(seen);
        switch (change) {
            case LOCK -> {
                record(seen, change);
                finish(() -> realm.lock(id));
            }
            case UNLOCK -> {
                record(seen, change);
                finish(() -> realm.unlock(id));
            }
            case SECOND_FACTOR_RESET -> {
                record(seen, change);
                finish(() -> realm.forgetSecondFactor(id));
            }
            case PASSWORD_RESET -> {
                PasswordLinkView link = link(id, seen.name(), seen.changedAt(), change.code(), language);
                finish(() -> realm.forgetPassword(id));
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** Does what is on record already. Keycloak may have done it, although its answer has not come. */
    private static void finish(Runnable change) {
        try {
            change.run();
        } catch (Problem failed) {
            throw failed.type() == ProblemType.UNAVAILABLE
                    ? new Problem(ProblemType.UNAVAILABLE, Message.of("account-half-changed"))
                    : failed;
        }
    }

    private void record(AccountView seen, UserAccountChange change) {
        database.transaction(handle -> {
            boolean isDone = change == UserAccountChange.LOCK
                    ? UserAccountRows.close(handle, seen.id(), seen.changedAt(), now())
                    : UserAccountRows.touch(handle, seen.id(), seen.changedAt(), now());
            requireUnchanged(isDone);
            recording.addWrite(handle, seen.id().toString(), change.code(), null);
            return null;
        });
    }

    private PasswordLinkView link(UUID id, String name, Instant seen, String why, PasswordLinkLanguage language) {
        PasswordLinkCode code = PasswordLinkCode.random(random);
        Instant now = now();
        Instant ends = now.plus(PasswordLinkCode.LIFE);
        database.transaction(handle -> {
            requireUnchanged(UserAccountRows.link(handle, id, seen, now, code, ends));
            recording.addWrite(handle, id.toString(), why, null);
            return null;
        });
        String link = address + "?code=" + code.text() + (language == null ? "" : "&lang=" + language.tag());
        return new PasswordLinkView(id, name, link, code.text(), ends);
    }

    /** As PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireUnchanged(boolean isUnchanged) {
        if (!isUnchanged) throw new Problem(ProblemType.VERSION_CONFLICT);
    }

    /**
     * What an invitation to one of these institutions, or to none, has to meet: it throws a problem 422 if there is no such
     * institution, or if it is not active.
     */
    Consumer<UserAccountPost> requirement(List<String> institutions) {
        NamedCatalogueEntries catalogue =
                database.transaction(handle -> NamedCatalogueEntries.read(handle, institutions, List.of(), List.of()));
        return post -> {
            if (post.institution() != null) {
                var known = catalogue.institution(post.institution()).orElseThrow(() -> fault("unknown-institution"));
                if (known.status() != InstitutionStatus.ACTIVE) {
                    throw fault("institution-" + known.status().name().toLowerCase(Locale.ROOT));
                }
            }
        };
    }

    private static Problem fault(String key) {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/institution", key, "institution"));
    }
}
