package kz.qadam.chassis.security;

/** An answer about several items, which count towards the item quota of an institution. */
public interface CountsItems {

    /** How many items were sent. */
    int received();
}
