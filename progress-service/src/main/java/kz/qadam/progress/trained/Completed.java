package kz.qadam.progress.trained;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * An accepted completion, as far as rule 2 looks at it.
 *
 * @param hours of the course; 0 while the course is not known
 */
public record Completed(
        UUID id, LocalDate on, String institution, String reference, String course, int hours, String region) {

    private static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** The order of rule 2. The strings by their bytes, so that every machine and every language sorts them alike. */
    static final Comparator<Completed> ORDER = Comparator.comparing(Completed::on)
            .thenComparing(Completed::institution, BYTES)
            .thenComparing(Completed::reference, BYTES);
}
