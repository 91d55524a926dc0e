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

    /** Where it stands in the order of rule 2. */
    public record Place(LocalDate on, String institution, String reference) implements Comparable<Place> {

        /** Every machine and every language sorts them alike. */
        private static final Comparator<String> BYTES = (a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::on)
                .thenComparing(Place::institution, BYTES)
                .thenComparing(Place::reference, BYTES);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    Place place() {
        return new Place(on, institution, reference);
    }
}
