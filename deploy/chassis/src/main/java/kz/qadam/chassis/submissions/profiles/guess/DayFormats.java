package kz.qadam.chassis.submissions.profiles.guess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.qadam.chassis.submissions.profiles.DayReader;

/** In which formats days are written. */
final class DayFormats {

    /** What is read in any case, and what every format makes of a day. */
    private static final Pattern READ =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}");

    /** Where the day and the month could be either, the day comes first, as it does in this country. */
    private static final List<String> KNOWN = List.of(
            "d MMMM yyyy",
            "d MMM yyyy",
            "d MMMM yyyy 'г.'",
            "yyyy 'ж.' d MMMM",
            "d.M.yy",
            "d/M/yyyy",
            "d-M-yyyy",
            "d/M/yyyy H:mm",
            "d/M/yyyy H:mm:ss",
            "M/d/yyyy h:mm a",
            "M/d/yyyy",
            "M/d/yyyy H:mm",
            "yyyy/M/d",
            "MMMM d, yyyy",
            "d.M.yy H:mm");

    private DayFormats() {}

    static boolean isDay(String value) {
        return areRead(List.of(), value) || KNOWN.stream().anyMatch(format -> areRead(List.of(format), value));
    }

    /** The fewest formats by which all of these are read that are days. */
    static List<String> of(List<String> values) {
        List<String> formats = new ArrayList<>();
        Optional<String> next = next(formats, values);
        while (next.isPresent()) {
            formats.add(next.get());
            next = next(formats, values);
        }
        return formats;
    }

    /** The format that reads most of what is not read yet. */
    private static Optional<String> next(List<String> formats, List<String> values) {
        List<String> left =
                values.stream().filter(value -> !areRead(formats, value)).toList();
        return KNOWN.stream()
                .filter(format -> count(format, left) > 0)
                // Of equals the first.
                .max(Comparator.comparingLong(format -> count(format, left)));
    }

    private static long count(String format, List<String> values) {
        return values.stream().filter(value -> areRead(List.of(format), value)).count();
    }

    private static boolean areRead(List<String> formats, String value) {
        return READ.matcher(new DayReader(formats).read(value)).matches();
    }
}
