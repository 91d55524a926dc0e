package kz.qadam.chassis.http.problem;

/**
 * Declares paths to which many items are sent at once although they do not end with {@code /batch}: that of a standard, or of
 * a thing that is as large as many items.
 */
public interface LargeBodyPath {

    boolean includes(String path);
}
