package kz.qadam.chassis.batch;

/** A record with rules of its own, which are checked as soon as it is read: its faults keep their place among the others. */
public interface Checked {

    /** Notes what is wrong with the members, of which those that cannot be read are null. */
    void check(Fields fields);
}
