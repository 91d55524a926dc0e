package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.LearnerCohort;
import org.jdbi.v3.core.Handle;

/** Puts completions where they stand when something that they depend on has come or changed. */
@ApplicationScoped
public class Restanding {

    private final Consequences consequences;

    Restanding(Consequences consequences) {
        this.consequences = consequences;
    }

    /** Enrolments came or changed, and are locked by their names: what waited for them waits no more. */
    public void under(Handle handle, Catalogue catalogue, List<Enrolment> enrolments, Instant now) {
        if (enrolments.isEmpty()) {
            return;
        }
        Map<UUID, Enrolment> byId = new HashMap<>();
        Map<EnrolmentName, Enrolment> byName = new HashMap<>();
        for (Enrolment e : enrolments) {
            byId.put(e.id(), e);
            byName.put(new EnrolmentName(e.institution(), e.id().toString()), e);
        }
        enrolments.forEach(e -> byName.put(new EnrolmentName(e.institution(), e.reference()), e));
        List<Change> changes = new ArrayList<>();
        for (Completion before : locked(handle, byName.keySet(), byId.keySet())) {
            Enrolment enrolment = before.enrolled() == null
                    ? byName.get(new EnrolmentName(
                            before.institution(), before.content().enrolment()))
                    : byId.get(before.enrolled().enrolmentId());
            Standing standing = Standing.of(before.content().completedOn(), enrolment, catalogue.days());
            var how = Origin.consequence(now, cause(before, enrolment));
            before.become(before.content(), standing, Enrolled.by(enrolment), how)
                    .ifPresent(changes::add);
        }
        write(handle, changes, now);
        Cause ofAll = changes.stream().anyMatch(c -> c.after().origin().cause() == Cause.ENROLMENT_CORRECTED)
                ? Cause.ENROLMENT_CORRECTED
                : Cause.ENROLMENT_KNOWN;
        consequences.follow(handle, catalogue, changes, ofAll, now, null);
    }

    /** Nothing but a merge of two learners gives an enrolment to another learner. */
    private static Cause cause(Completion before, Enrolment enrolment) {
        if (before.enrolled() == null) {
            return Cause.ENROLMENT_KNOWN;
        }
        return before.enrolled().learnerId().equals(enrolment.learnerId()) ? Cause.ENROLMENT_CORRECTED : Cause.MERGED;
    }

    /** The catalogue changed, and concerns these learners of a cohort; returns how many states are other than before. */
    public int byCatalogue(
            Handle handle, Catalogue catalogue, String cohort, Collection<UUID> learners, Cause cause, Instant now) {
        List<Change> changes = new ArrayList<>();
        if (catalogue.days() != null) {
            for (Completion before : Completions.lockOutOfStep(handle, cohort, learners, catalogue.days())) {
                Standing standing = Standing.accepted(before.content().completedOn(), catalogue.days());
                before.become(before.content(), standing, before.enrolled(), Origin.consequence(now, cause))
                        .ifPresent(changes::add);
            }
        }
        write(handle, changes, now);
        List<LearnerCohort> who =
                learners.stream().map(id -> new LearnerCohort(id, cohort)).toList();
        return consequences
                .follow(handle, catalogue, changes, who, cause, now, null)
                .changed();
    }

    private void write(Handle handle, List<Change> changes, Instant now) {
        CompletionWrites.update(handle, changes.stream().map(Change::after).toList());
        consequences.stocks(handle, changes, now);
    }

    private static List<Completion> locked(Handle handle, Set<EnrolmentName> names, Set<UUID> ids) {
        List<EnrolmentName> all = List.copyOf(names);
        return Completions.lockUnder(
                handle,
                all.stream().map(EnrolmentName::institution).toList(),
                all.stream().map(EnrolmentName::name).toList(),
                List.copyOf(ids));
    }
}
