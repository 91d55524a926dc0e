package kz.qadam.progress.completion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.RecordingResult;
import kz.qadam.chassis.table.Columns;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.catalogue.Institutions;
import kz.qadam.progress.learner.StateCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import org.jdbi.v3.core.Handle;

/** Records submitted corrections; several corrections of one completion are applied one after the other. */
@Singleton
class Corrections extends CompletionSubmissionKind<CorrectionPost> {

    private final ChangePublisher publisher;

    Corrections(CatalogueCache catalogues, ChangePublisher publisher, Clock clock) {
        super(catalogues, publisher, clock);
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public Columns columns() {
        return CorrectionPost.COLUMNS;
    }

    @Override
    public ParsedItem<CorrectionPost> read(Item item, Submitter submitter, String trace) {
        CorrectionPost post = CorrectionPost.read(item.fields(), today());
        return parsed(item, submitter, post, post.institution(), post.completion(), trace);
    }

    @Override
    public Map<String, Object> details(CompletionView view) {
        return Map.of("version", view.version());
    }

    @Override
    RecordingResult<CompletionView, Effect> record(
            Handle handle,
            Catalogue catalogue,
            Instant now,
            List<ParsedItem<CorrectionPost>> items,
            boolean withEffect) {
        var recording = new Recording(handle, catalogue, now);
        List<Outcome<CompletionView>> outcomes = recording.correct(items);
        List<CompletionChange> changes = List.copyOf(recording.changes.values());
        TrainedStateChanges trained =
                publisher.publish(handle, catalogue, changes, StateCause.CORRECTED, now, ParsedItem.traceOf(items));
        publisher.noteStocks(handle, changes, now);
        return new RecordingResult<>(outcomes, withEffect ? Effect.of(handle, changes, trained) : null);
    }

    /** Corrects completions in one transaction. */
    private static final class Recording {

        private final Handle handle;
        private final Catalogue catalogue;
        private final Instant now;
        private final Map<UUID, CompletionChange> changes = new LinkedHashMap<>();
        private final List<Map<UUID, Completion>> written = new ArrayList<>();

        private Recording(Handle handle, Catalogue catalogue, Instant now) {
            this.handle = handle;
            this.catalogue = catalogue;
            this.now = now;
        }

        List<Outcome<CompletionView>> correct(List<ParsedItem<CorrectionPost>> items) {
            LockedCompletions locked = LockedCompletions.of(
                    handle,
                    items.stream()
                            .filter(item -> item.problem().isEmpty() && catalogue.isActive(item.actingFor()))
                            .toList());
            List<Outcome<CompletionView>> outcomes = new ArrayList<>();
            for (ParsedItem<CorrectionPost> item : items) {
                outcomes.add(
                        catalogue.isActive(item.actingFor())
                                ? item.problem()
                                        .<Outcome<CompletionView>>map(Outcome.Rejected::new)
                                        .orElseGet(() -> correct(item, locked))
                                : new Outcome.Rejected<>(Institutions.notActiveProblem()));
            }
            written.forEach(states -> CompletionRows.update(handle, List.copyOf(states.values())));
            return outcomes;
        }

        /** A correction that is sent again changes nothing and is a duplicate, whatever version it names. */
        private Outcome<CompletionView> correct(ParsedItem<CorrectionPost> item, LockedCompletions locked) {
            Completion before = locked.find(item);
            if (before == null) {
                return new Outcome.Rejected<>(item.fields().doubt().orElseGet(Problem::notFound));
            }
            CorrectionPost post = item.content();
            if (before.isRevoked()) {
                return refused(ProblemType.RULE_VIOLATED, item, "completion", "revoked");
            }
            CompletionContent content =
                    post.appliedTo(before.content(), locked.isCurrentEnrolment(before, post.enrolment()));
            if (content.equals(before.content())) {
                return new Outcome.Repeated<>(before.id(), CompletionView.of(before));
            }
            if (post.version() != null && post.version() != before.version()) {
                return refused(ProblemType.VERSION_CONFLICT, item, "version", "not-current", before.version());
            }
            var enrolment = locked.enrolment(before.institution(), content.enrolment());
            Optional<Problem> doubt = enrolment == null
                    ? item.fields().doubt("institution", "completion")
                    : item.fields().doubt("institution", "completion", "enrolment");
            if (doubt.isPresent()) {
                return new Outcome.Rejected<>(doubt.get());
            }
            CompletionChange change = before.transitionTo(
                            content,
                            CompletionState.of(content.completedOn(), enrolment, catalogue.days()),
                            EnrolmentAttributes.by(enrolment),
                            new StateOrigin(
                                    now,
                                    StateCause.CORRECTED,
                                    post.reason(),
                                    item.submitter().role()))
                    .orElseThrow();
            note(change);
            locked.put(change.after());
            return new Outcome.Kept<>(
                    200, change.after().state().status().word(), before.id(), CompletionView.of(change.after()));
        }

        private static Outcome<CompletionView> refused(
                ProblemType type, ParsedItem<CorrectionPost> item, String member, String key, Object... arguments) {
            return new Outcome.Rejected<>(new Problem(type, item.fields().fault(member, key, arguments)));
        }

        /**
         * Notes a change. Each state is written, but learners are judged and events published once, from the last
         * state.
         */
        private void note(CompletionChange change) {
            UUID id = change.after().id();
            changes.merge(id, change, CompletionChange::followedBy);
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
}
