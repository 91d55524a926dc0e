package kz.qadam.progress.completion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.Judged;
import org.jdbi.v3.core.Handle;

/** One transaction that corrects completions; several corrections of one take effect one after the other. */
final class CorrectingTransaction {

    private final Handle handle;
    private final Consequences consequences;
    private final Instant now;
    private final Catalogue catalogue;
    private final Map<UUID, Change> changes = new LinkedHashMap<>();
    private final List<Map<UUID, Completion>> written = new ArrayList<>();
    private Judged judged;

    CorrectingTransaction(Handle handle, Catalogue catalogue, Consequences consequences, Clock clock) {
        this.handle = handle;
        this.consequences = consequences;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.catalogue = catalogue;
    }

    List<Outcome<CompletionView>> correct(List<Reading<CorrectionPost>> readings) {
        HeldCompletions held = HeldCompletions.of(
                handle,
                readings.stream()
                        .filter(reading -> reading.problem().isEmpty() && catalogue.mayReport(reading.institution()))
                        .toList());
        List<Outcome<CompletionView>> outcomes = new ArrayList<>();
        for (Reading<CorrectionPost> reading : readings) {
            outcomes.add(
                    catalogue.mayReport(reading.institution())
                            ? reading.problem()
                                    .<Outcome<CompletionView>>map(Outcome.Rejected::new)
                                    .orElseGet(() -> correct(reading, held))
                            : new Outcome.Rejected<>(Institutions.mayNotReport()));
        }
        written.forEach(states -> CompletionWrites.update(handle, List.copyOf(states.values())));
        List<Change> all = List.copyOf(changes.values());
        judged = consequences.follow(handle, catalogue, all, Cause.CORRECTED, now, Reading.traceOf(readings));
        consequences.stocks(handle, all, now);
        return outcomes;
    }

    /** What it brought about, to be asked before the transaction ends. */
    Effect effect() {
        return Effect.of(handle, List.copyOf(changes.values()), judged);
    }

    /** The same sent again finds its work done, whatever version it was written for. */
    private Outcome<CompletionView> correct(Reading<CorrectionPost> reading, HeldCompletions held) {
        Completion before = held.meant(reading);
        if (before == null) {
            return new Outcome.Rejected<>(reading.item().fields().doubt().orElseGet(Problem::notFound));
        }
        CorrectionPost post = reading.post();
        if (before.isRevoked()) {
            return refused(ProblemType.RULE_VIOLATED, reading, "completion", "revoked");
        }
        Content content = post.over(before.content(), held.meansTheSame(before, post.enrolment()));
        if (content.equals(before.content())) {
            return new Outcome.Repeated<>(before.id(), CompletionView.of(before));
        }
        if (post.version() != null && post.version() != before.version()) {
            return refused(ProblemType.VERSION_CONFLICT, reading, "version", "not-current", before.version());
        }
        var enrolment = held.enrolment(before.institution(), content.enrolment());
        Optional<Problem> doubt = enrolment == null
                ? reading.item().fields().doubt("institution", "completion")
                : reading.item().fields().doubt("institution", "completion", "enrolment");
        if (doubt.isPresent()) {
            return new Outcome.Rejected<>(doubt.get());
        }
        Change change = before.become(
                        content,
                        Standing.of(content.completedOn(), enrolment, catalogue.days()),
                        Enrolled.by(enrolment),
                        new Origin(now, Cause.CORRECTED, post.reason(), reading.role()))
                .orElseThrow();
        note(change);
        held.put(change.after());
        return new Outcome.Kept<>(
                200, change.after().standing().status().word(), before.id(), CompletionView.of(change.after()));
    }

    private static Outcome<CompletionView> refused(
            ProblemType type, Reading<CorrectionPost> reading, String member, String key, Object... arguments) {
        return new Outcome.Rejected<>(new Problem(type, reading.item().fields().fault(member, key, arguments)));
    }

    /** Each state is written; what follows is drawn once, from the last. */
    private void note(Change change) {
        UUID id = change.after().id();
        changes.merge(id, change, Change::then);
        Map<UUID, Completion> free = written.stream()
                .filter(states -> !states.containsKey(id))
                .findFirst()
                .orElseGet(() -> {
                    Map<UUID, Completion> next = new HashMap<>();
                    written.add(next);
                    return next;
                });
        free.put(id, change.after());
    }
}
