package kz.qadam.chassis.http.batch;

/**
 * A record with rules of its own. They are checked as soon as the record is read, so that its faults keep their order
 * among the others.
 */
public interface SelfChecking {

    /** Adds a fault for each broken rule. Members that cannot be read are null. */
    void check(ItemFields fields);
}
