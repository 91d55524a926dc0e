package kz.qadam.chassis.security;

/** An answer about several items, which count towards the item quota of an institution. */
public interface ManyItems {

    /** How many items were sent. */
    int received();
}
