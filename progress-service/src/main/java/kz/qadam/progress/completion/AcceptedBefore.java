package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.enrolment.Enrolments;
import org.jdbi.v3.core.Handle;

/**
 * Decides about completions in whose texts the test of today sees the number of a person, and that of earlier versions
 * did not: what was accepted then is answered as before, and anything new is rejected.
 */
final class AcceptedBefore {

    private static final String KEPT = """
            select c.institution, c.reference from unnest(:institutions, :references) as sent (institution, reference)
              join completion c using (institution, reference) where c.enrolment is not null
            """;

    private AcceptedBefore() {}

    /** The same in their order, those refused that are doubtful and new. */
    static List<Reading<CompletionPost>> judge(Handle handle, List<Reading<CompletionPost>> readings) {
        List<Reading<CompletionPost>> doubtful =
                readings.stream().filter(Reading::isDoubtful).toList();
        if (doubtful.isEmpty()) {
            return readings;
        }
        Set<CompletionName> kept = kept(handle, doubtful);
        Map<EnrolmentName, Enrolment> enrolments = Enrolments.find(
                handle,
                new TreeSet<>(doubtful.stream().map(AcceptedBefore::enrolment).toList()));
        return readings.stream()
                .map(reading -> !reading.isDoubtful() || kept.contains(completion(reading))
                        ? reading
                        : enrolments.containsKey(enrolment(reading))
                                ? reading.refusedIfDoubtful("institution", "enrolment")
                                : reading.refusedIfDoubtful())
                .toList();
    }

    private static Set<CompletionName> kept(Handle handle, Collection<Reading<CompletionPost>> doubtful) {
        return new HashSet<>(handle.createQuery(KEPT)
                .bindArray(
                        "institutions",
                        String.class,
                        doubtful.stream().map(Reading::institution).toList())
                .bindArray(
                        "references",
                        String.class,
                        doubtful.stream().map(one -> one.post().reference()).toList())
                .map((row, context) -> new CompletionName(row.getString(1), row.getString(2)))
                .list());
    }

    private static CompletionName completion(Reading<CompletionPost> reading) {
        return new CompletionName(reading.institution(), reading.post().reference());
    }

    private static EnrolmentName enrolment(Reading<CompletionPost> reading) {
        return new EnrolmentName(reading.institution(), reading.post().enrolment());
    }
}
