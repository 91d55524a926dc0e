package kz.qadam.chassis.http.security;

/** An answer about several items, which count towards the item quota of an institution. */
public interface CountsItems {

    /** How many items were sent. */
    int received();
}
