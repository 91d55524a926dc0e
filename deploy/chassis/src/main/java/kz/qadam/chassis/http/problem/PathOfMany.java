package kz.qadam.chassis.http.problem;

/** Declares a path to which many items are sent at once although it does not end with {@code /batch}: that of a standard. */
public interface PathOfMany {

    String path();
}
