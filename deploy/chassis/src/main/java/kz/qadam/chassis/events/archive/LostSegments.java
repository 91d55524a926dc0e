package kz.qadam.chassis.events.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The segments that a service has sealed after the backup to which its database went back, as far as Kafka has them. */
@SuppressWarnings("ClassCanBeRecord") // Nobody else sees what it is made of.
public final class LostSegments {

    /** Of the trail the snapshot at the end: its second number was not given yet. Of other streams the last one. */
    private static final Pattern RANGE = Pattern.compile("\n# range (?:[0-9]+:)?([0-9]+)[:\n]");

    private static final Comparator<SegmentSealed> ORDER =
            Comparator.comparingInt(SegmentSealed::epoch).thenComparingLong(SegmentSealed::number);

    private final List<SegmentSealed> lost;

    /** None is known. */
    public static final LostSegments NONE = new LostSegments(List.of());

    LostSegments(List<SegmentSealed> lost) {
        this.lost = lost;
    }

    /** The end of the range of the newest one of a stream; 0 if none is known. */
    public long endOf(String stream) {
        return of(stream)
                .map(one -> RANGE.matcher(one.manifest()))
                .filter(Matcher::find)
                .mapToLong(range -> Long.parseLong(range.group(1)))
                .max()
                .orElse(0);
    }

    /** The newest one of a stream, as a manifest names it; empty if none is known. */
    Optional<String> newest(String stream) {
        return of(stream).max(ORDER).map(one -> one.number() + " " + one.digest());
    }

    /** The newest epoch of a stream; 0 if none is known. */
    int epoch(String stream) {
        return of(stream).mapToInt(SegmentSealed::epoch).max().orElse(0);
    }

    private Stream<SegmentSealed> of(String stream) {
        return lost.stream().filter(one -> one.stream().endsWith("." + stream));
    }
}
