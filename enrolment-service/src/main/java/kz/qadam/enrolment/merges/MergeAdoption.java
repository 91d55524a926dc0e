package kz.qadam.enrolment.merges;

import com.fasterxml.uuid.Generators;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.enrolment.learners.AdoptedLearners;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/**
 * Takes over which learner is an alias of which. Reasons, and who decided, are not published, nor how many enrolments were
 * moved.
 */
@Singleton
class MergeAdoption extends Adoption<MergePublisher.State> {

    private static final int UNKNOWN = 0;

    MergeAdoption() {
        super("learner-merges");
        take(MergePublisher.TYPE, MergePublisher.State.class, MergePublisher.State::version);
    }

    @Override
    protected int order() {
        return 1;
    }

    @Override
    protected int adopt(Handle database, List<Published<MergePublisher.State>> states) {
        AdoptedLearners.add(
                database,
                states.stream()
                        .flatMap(one ->
                                Stream.of(one.state().learnerId(), one.state().into()))
                        .toList());
        states.forEach(one -> adopt(database, one.state()));
        return 0;
    }

    private static void adopt(Handle database, MergePublisher.State state) {
        if (state.version() <= MergeRows.version(database, state.learnerId())) {
            return;
        }
        Optional<Merge> present = MergeRows.find(database, state.learnerId());
        if (state.into().equals(state.learnerId())) {
            present.ifPresent(merge -> split(database, merge, state));
        } else if (present.isPresent()) {
            MergeRows.point(database, state.learnerId(), state.into(), state.version(), state.recordedAt());
        } else {
            MergeRows.insert(database, merge(state), null);
        }
    }

    private static Merge merge(MergePublisher.State state) {
        return new Merge(
                state.learnerId(),
                state.into(),
                state.into(),
                UNKNOWN,
                RESTORED,
                RESTORED,
                state.recordedAt(),
                state.recordedAt(),
                state.version());
    }

    private static void split(Handle database, Merge merge, MergePublisher.State state) {
        SplitRows.insert(
                database,
                new Split(
                        Generators.timeBasedEpochGenerator().generate(),
                        merge.absorbed(),
                        merge.surviving(),
                        List.of(),
                        UNKNOWN,
                        RESTORED,
                        RESTORED,
                        state.recordedAt(),
                        state.version(),
                        merge.reason(),
                        merge.decidedBy(),
                        merge.decidedAt()),
                null);
        MergeRows.remove(database, merge.absorbed());
    }
}
