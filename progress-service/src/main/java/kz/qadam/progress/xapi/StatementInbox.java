package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.qadam.progress.xapi.reading.Meaning.Voids;
import kz.qadam.progress.xapi.reading.Platform;
import kz.qadam.progress.xapi.reading.StatementRules;
import kz.qadam.progress.xapi.reading.XapiStatement;
import org.jdbi.v3.core.Handle;

/**
 * Takes statements in. What no profile asks for leaves nothing but a count. A statement about a named course is kept, and
 * counts at once, or as soon as its account is linked and the learner enrolled.
 */
@ApplicationScoped
class StatementInbox {

    /**
     * What became of statements.
     *
     * @param outcomes the outcome of each, in their order: a state, or the code of why it was left out
     * @param isStored whether anything was stored
     */
    record Taken(List<String> outcomes, PlatformAccountSettlement.Changes changes, boolean isStored) {}

    private final PlatformAccountKeys keys;
    private final PlatformAccountSettlement settlement;
    private final Clock clock;

    StatementInbox(PlatformAccountKeys keys, PlatformAccountSettlement settlement, Clock clock) {
        this.keys = keys;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Reads statements by the profiles of their institution. */
    List<TakenStatement> read(Handle handle, String institution, List<JsonNode> sent) {
        List<Platform> platforms = new PlatformRows(handle, institution).platforms();
        Set<String> courses = handle.createQuery("select code from course")
                .mapTo(String.class)
                .set();
        var rules = new StatementRules(platforms, courses::contains);
        Instant now = clock.instant();
        return sent.stream()
                .map(XapiStatement::new)
                .map(one -> new TakenStatement(
                        one.id().orElseGet(() -> keys.statementId(institution, one.identity())),
                        rules.senderOf(one).orElse(null),
                        rules.known(one).orElse(null),
                        rules.meaningOf(one, now)))
                .toList();
    }

    /** Takes in what has a meaning, in this transaction. */
    Taken take(Handle handle, String institution, List<TakenStatement> statements, String trace) {
        var run = new StatementInboxTransaction(handle, institution, keys, clock.instant());
        Set<String> toSettle = new HashSet<>(run.store(statements));
        toSettle.addAll(run.takeBack(statements));
        PlatformAccountSettlement.Changes changes = settlement.settle(handle, institution, toSettle, trace);
        boolean isStored = !toSettle.isEmpty()
                || statements.stream().anyMatch(one -> one.meaning() instanceof Voids || one.isAboutUnnamedCourse());
        return new Taken(run.outcomes(statements), changes, isStored);
    }
}
