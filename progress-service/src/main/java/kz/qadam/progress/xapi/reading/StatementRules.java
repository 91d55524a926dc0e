package kz.qadam.progress.xapi.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.progress.xapi.reading.Meaning.LeftOut;
import kz.qadam.progress.xapi.reading.Meaning.Reports;
import kz.qadam.progress.xapi.reading.Meaning.Voids;

/**
 * What statements mean by the profiles of their sender. What no profile asks for is recognised first: it is most of what a
 * platform sends.
 *
 * @param platforms those of the institution that sends
 * @param isCourse whether we have a course of this code
 */
public record StatementRules(List<Platform> platforms, Predicate<String> isCourse) {

    /** So far may the clock of a platform be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final int LONGEST_ACTIVITY = 1000;
    private static final int LONGEST_ACCOUNT = 300;

    /** What a statement that arrives now means. */
    public Meaning meaningOf(XapiStatement statement, Instant now) {
        if (!statement.isStatement()) {
            return new LeftOut(StatementReason.UNREADABLE);
        }
        if (statement.isVoiding()) {
            return voids(statement);
        }
        var pair = new VerbAndType(statement.verb(), statement.type());
        if (platforms.stream().noneMatch(one -> one.asksFor(pair).isPresent())) {
            return new LeftOut(StatementReason.NOT_ASKED_FOR);
        }
        if (statement.actor() instanceof StatementActor.WithAccount actor) {
            return platforms.stream()
                    .filter(one -> one.hasAccountsAt(actor.homePage()))
                    .findFirst()
                    .map(platform -> at(platform, statement, pair, actor.name(), now))
                    .orElseGet(() -> new LeftOut(StatementReason.UNKNOWN_PLATFORM));
        }
        return new LeftOut(((StatementActor.NoAccount) statement.actor()).because());
    }

    /** The verb and the type of a statement if a profile asks for them: others are not counted by name. */
    public Optional<VerbAndType> known(XapiStatement statement) {
        var pair = new VerbAndType(statement.verb(), statement.type());
        return platforms.stream().anyMatch(one -> one.asksFor(pair).isPresent()) ? Optional.of(pair) : Optional.empty();
    }

    /** The platform that sends a statement: at which its actor has an account, or else the only one. */
    public Optional<String> senderOf(XapiStatement statement) {
        if (platforms.size() == 1) {
            return Optional.of(platforms.get(0).name());
        }
        return statement.actor() instanceof StatementActor.WithAccount actor
                ? platforms.stream()
                        .filter(one -> one.hasAccountsAt(actor.homePage()))
                        .findFirst()
                        .map(Platform::name)
                : Optional.empty();
    }

    private static Meaning voids(XapiStatement statement) {
        try {
            return new Voids(UUID.fromString(statement.activity()));
        } catch (IllegalArgumentException e) {
            return new LeftOut(StatementReason.UNREADABLE);
        }
    }

    private Meaning at(Platform platform, XapiStatement statement, VerbAndType pair, String account, Instant now) {
        Optional<Meaning.Result> result = platform.asksFor(pair);
        String activity = statement.activity();
        if (result.isEmpty()) {
            return new LeftOut(StatementReason.NOT_ASKED_FOR);
        }
        if (platform.isNotOurs(activity)) {
            return new LeftOut(StatementReason.NOT_OURS);
        }
        if (PersonalNumber.isIn(account) || PersonalNumber.isIn(activity)) {
            return new LeftOut(StatementReason.LOOKS_LIKE_IIN);
        }
        if (account.length() > LONGEST_ACCOUNT || activity.length() > LONGEST_ACTIVITY) {
            return new LeftOut(StatementReason.UNREADABLE);
        }
        if ((platform.isOpenEdx() || statement.namesTransformer()) && !statement.isOfTransformerFrom(9, 3, 6)) {
            return new LeftOut(StatementReason.SENDER_TOO_OLD);
        }
        Optional<Instant> at = statement.timestamp();
        if (statement.hasTimestamp() && at.isEmpty()) {
            return new LeftOut(StatementReason.BAD_TIMESTAMP);
        }
        if (at.isPresent() && at.get().isAfter(now.plus(AHEAD))) {
            return new LeftOut(StatementReason.IN_THE_FUTURE);
        }
        String course = platform.courseOf(activity, statement.object());
        return new Reports(
                result.get(),
                new PlatformAccount(platform.name(), account),
                activity,
                statement.title(),
                course != null && isCourse.test(course) ? course : null,
                at.orElse(null));
    }
}
