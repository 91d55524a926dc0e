package kz.qadam.chassis.trail;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.http.list.Page;

/** What an answer showed of records. */
final class AnsweredRecords {

    private AnsweredRecords() {}

    /**
     * A digest that two answers share only if they showed the same records in the same state; empty if the answer is not
     * made of records, such as a stream of bytes.
     *
     * @param asOf the instant of the question, which many answers repeat; or null
     */
    static Optional<String> digest(ContainerResponseContext response, Instant asOf) {
        List<?> shown = response.getEntity() instanceof Page<?> page
                ? page.items()
                : Stream.ofNullable(response.getEntity()).toList();
        if (!shown.stream().allMatch(Record.class::isInstance)) {
            return Optional.empty();
        }
        String text = shown.toString();
        return Optional.of(Sha256.hex(asOf == null ? text : text.replace(asOf.toString(), "")));
    }

    /** How many things a page showed; null for another answer. */
    static Integer items(ContainerResponseContext response) {
        return response.getEntity() instanceof Page<?> page ? page.items().size() : null;
    }

    /** Whether it is a page without things. */
    static boolean isNothing(ContainerResponseContext response) {
        return response.getEntity() instanceof Page<?> page && page.items().isEmpty();
    }
}
