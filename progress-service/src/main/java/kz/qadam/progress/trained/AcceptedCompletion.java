package kz.qadam.progress.trained;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * An accepted completion, with the members that rule 2 uses.
 *
 * @param hours the hours of its course; 0 while the course is not known
 */
public record AcceptedCompletion(
        UUID id, LocalDate on, String institution, String reference, String course, int hours, String region) {

    /** The position of a completion in the order of rule 2. */
    public record Position(LocalDate on, String institution, String reference) implements Comparable<Position> {

        /** Compares bytes, so that every machine and every language has the same order. */
        private static final Comparator<String> BYTES = (a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

        private static final Comparator<Position> ORDER = Comparator.comparing(Position::on)
                .thenComparing(Position::institution, BYTES)
                .thenComparing(Position::reference, BYTES);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    Position position() {
        return new Position(on, institution, reference);
    }
}
