package kz.qadam.chassis.events.archive;

/**
 * A stream that is sealed: what is only ever added to it. A service has a bean for each of its streams.
 *
 * @param name without that of the service, such as {@code trail}; the database makes its lines by the function
 *     {@code archive_<name>}, and opens its next segment by {@code open}
 * @param view what made the lines, as the manifest names it
 * @param order of the lines
 * @param open the function that opens the next segment
 */
public record ArchiveStream(String name, String view, String order, String open) {

    /** Who did what: every service has it. */
    public static final ArchiveStream TRAIL =
            new ArchiveStream("trail", "archive_trail_1", "change, id", "archive_open()");
}
