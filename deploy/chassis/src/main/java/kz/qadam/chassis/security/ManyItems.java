package kz.qadam.chassis.security;

/** An answer about items that were sent together: they count towards what an institution may send. */
public interface ManyItems {

    /** How many were sent. */
    int received();
}
