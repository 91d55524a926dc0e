package kz.qadam.progress.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.progress.completion.CompletionView;
import kz.qadam.progress.completion.DerivedCompletions;
import kz.qadam.progress.completion.DerivedCompletions.Current;
import kz.qadam.progress.completion.DerivedCompletions.Stated;
import kz.qadam.progress.xapi.StatedCompletion.Decision;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jdbi.v3.core.Handle;

/**
 * Brings completions to what the statements of some accounts say now: whatever has changed, a statement, a link or an
 * enrolment, and in whatever order, the same follows. Nothing changes if it is done again.
 */
@ApplicationScoped
class PlatformAccountSettlement {

    /** The completions that were changed. */
    record Changes(List<UUID> recorded, List<UUID> corrected, List<UUID> revoked) {

        static final Changes NONE = new Changes(List.of(), List.of(), List.of());

        List<UUID> all() {
            return Stream.of(recorded, corrected, revoked).flatMap(List::stream).toList();
        }
    }

    private final DerivedCompletions completions;

    PlatformAccountSettlement(DerivedCompletions completions) {
        this.completions = completions;
    }

    /**
     * Settles accounts that this transaction has locked.
     *
     * @param trace the traceparent of the request that caused it, or null
     */
    Changes settle(Handle handle, String institution, Collection<String> accounts, String trace) {
        if (accounts.isEmpty()) {
            return Changes.NONE;
        }
        Set<UUID> touched = PlatformAccountSettlementRows.assign(handle, institution, accounts);
        var run = new Run(handle, institution, trace);
        Map<UUID, StatementReason> because = run.decide(PlatformAccountSettlementRows.lock(handle, touched));
        PlatformAccountSettlementRows.writeStates(handle, institution, accounts, touched, because);
        return run.changes;
    }

    /** One transaction. */
    private final class Run {

        private final Handle handle;
        private final String institution;
        private final String trace;
        private final Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private final List<PlatformAccountSettlementRows.Tracked> written = new ArrayList<>();
        private final Map<UUID, StatementReason> because = new HashMap<>();

        private Run(Handle handle, String institution, String trace) {
            this.handle = handle;
            this.institution = institution;
            this.trace = trace;
        }

        /** Returns why statements add nothing, by enrolment. */
        private Map<UUID, StatementReason> decide(List<StatedCompletion> about) {
            if (about.isEmpty()) {
                return because;
            }
            List<String> references =
                    about.stream().map(StatedCompletion::reference).toList();
            Map<String, Current> current = DerivedCompletions.find(handle, institution, references);
            Set<UUID> otherwise = DerivedCompletions.reportedOtherwise(
                    handle, about.stream().map(StatedCompletion::enrolmentId).toList(), references);
            Map<Decision, List<StatedCompletion>> decided = about.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.given(current.get(one.reference()), otherwise.contains(one.enrolmentId()))));
            decided.getOrDefault(Decision.KNOWN_OTHERWISE, List.of())
                    .forEach(one -> leave(one, StatementReason.KNOWN_OTHERWISE, current));
            decided.getOrDefault(Decision.REVOKED, List.of())
                    .forEach(one -> leave(one, StatementReason.REVOKED, current));
            record(decided.getOrDefault(Decision.RECORD, List.of()));
            correct(decided.getOrDefault(Decision.CORRECT, List.of()));
            revoke(decided.getOrDefault(Decision.REVOKE, List.of()));
            PlatformAccountSettlementRows.writeTracked(handle, written);
            return because;
        }

        private void leave(StatedCompletion one, StatementReason why, Map<String, Current> current) {
            because.put(one.enrolmentId(), why);
            Current there = current.get(one.reference());
            if (there != null) {
                written.add(one.tracked(there.id(), one.countedOn()));
            }
        }

        private void record(List<StatedCompletion> all) {
            List<Outcome<CompletionView>> outcomes = completions.record(
                    handle, institution, all.stream().map(Run::stated).toList(), trace);
            note(all, outcomes, changes.recorded());
        }

        private void correct(List<StatedCompletion> all) {
            List<Outcome<CompletionView>> outcomes = completions.correct(
                    handle, institution, all.stream().map(Run::stated).toList(), trace);
            note(all, outcomes, changes.corrected());
        }

        /** What comes after a revocation has the next reference. */
        private void revoke(List<StatedCompletion> all) {
            completions.revoke(
                    handle,
                    institution,
                    all.stream().map(StatedCompletion::reference).toList(),
                    trace);
            all.forEach(one -> {
                changes.revoked().add(one.completionId());
                written.add(one.nextGeneration());
            });
        }

        private void note(List<StatedCompletion> all, List<Outcome<CompletionView>> outcomes, List<UUID> changed) {
            IntStream.range(0, all.size()).forEach(i -> {
                StatedCompletion one = all.get(i);
                outcomes.get(i)
                        .keptAs()
                        .ifPresentOrElse(
                                id -> {
                                    changed.add(id);
                                    written.add(one.tracked(id, one.day()));
                                },
                                () -> because.put(one.enrolmentId(), StatementReason.REJECTED));
            });
        }

        private static Stated stated(StatedCompletion one) {
            return new Stated(one.reference(), one.enrolmentId(), one.day());
        }
    }
}
