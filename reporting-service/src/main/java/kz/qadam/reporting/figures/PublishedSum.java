package kz.qadam.reporting.figures;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Adds numbers of which some are not published. */
final class PublishedSum {

    private PublishedSum() {}

    /** The sum of the published numbers; null if there is none. */
    static <T> Long of(List<T> all, Function<T, Long> number) {
        List<Long> published = all.stream().map(number).filter(Objects::nonNull).toList();
        return published.isEmpty()
                ? null
                : (Long) published.stream().mapToLong(Long::longValue).sum();
    }
}
