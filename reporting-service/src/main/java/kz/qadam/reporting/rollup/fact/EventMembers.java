package kz.qadam.reporting.rollup.fact;

/** The members of dimensions that an event names. */
public interface EventMembers {

    String region();

    String institution();

    String course();
}
