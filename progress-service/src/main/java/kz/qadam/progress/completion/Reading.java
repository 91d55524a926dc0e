package kz.qadam.progress.completion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Role;
import kz.qadam.chassis.security.Sender;

/**
 * What was sent as one item, read: right, or with what is wrong about it.
 *
 * @param institution the one that the sender acts for; null if that could not be told
 * @param reference what names the item in answers, as far as it could be read
 * @param role of who sent it
 * @param trace the traceparent of the request, or null
 */
record Reading<P>(
        Item item, P post, String institution, String reference, Optional<Problem> problem, String role, String trace) {

    static <P> Reading<P> of(
            Item item,
            Function<Item, P> read,
            Function<P, String> institution,
            Function<P, String> reference,
            Sender sender,
            String trace) {
        P post = read.apply(item);
        Optional<Problem> problem = item.fields().certainProblem(List.of());
        String actingFor = sender.institution().orElse(institution.apply(post));
        if (problem.isEmpty()) {
            try {
                actingFor = sender.actingFor(institution.apply(post));
            } catch (Problem notAllowed) {
                problem = Optional.of(notAllowed);
            }
        }
        String role = sender.institution().isEmpty() ? Role.OFFICE : Role.PARTNER;
        return new Reading<>(item, post, actingFor, reference.apply(post), problem, role, trace);
    }

    /** Whether it holds what may be the number of a person, though nothing else is wrong with it. */
    boolean isDoubtful() {
        return problem.isEmpty() && item.fields().doubt().isPresent();
    }

    /** The same, refused because of its doubts, but for those about members that were accepted before. */
    Reading<P> refusedIfDoubtful(String... accepted) {
        return item.fields().doubt(accepted).map(this::refused).orElse(this);
    }

    /** Whether an institution is named by the token of whoever sent it; the office may name any text. */
    boolean isInstitutionOfToken() {
        return role.equals(Role.PARTNER);
    }

    /** The same, with something wrong about it that only showed itself when it was to be kept. */
    Reading<P> refused(Problem why) {
        return new Reading<>(item, post, institution, reference, Optional.of(why), role, trace);
    }

    /** The trace of what several of them cause together: that of the first which has one. */
    static <P> String traceOf(List<Reading<P>> readings) {
        return readings.stream()
                .map(Reading::trace)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
