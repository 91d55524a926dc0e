package kz.qadam.progress.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import org.jdbi.v3.core.Handle;

/** Enrolments of erased learners that arrive late or again. */
final class ErasedEnrolmentFilter {

    private ErasedEnrolmentFilter() {}

    /**
     * The enrolments of a batch. If an enrolment of an erased learner is known, it keeps its new reference, and a version
     * that is not newer is left out: it would differ from the stored one by the reference.
     */
    static List<Enrolment> withoutFormerReferences(Handle database, List<Enrolment> arrived, Set<UUID> erased) {
        Map<UUID, Enrolment> known = EnrolmentCopies.byId(
                database,
                arrived.stream()
                        .filter(one -> erased.contains(one.learnerId()))
                        .map(Enrolment::id)
                        .toList());
        return arrived.stream()
                .flatMap(one -> {
                    Enrolment stored = known.get(one.id());
                    if (stored == null) {
                        return Stream.of(one);
                    }
                    return stored.version() < one.version()
                            ? Stream.of(one.withReference(stored.reference()))
                            : Stream.empty();
                })
                .toList();
    }
}
