package kz.qadam.reporting.rollup.fact;

import java.util.Map;

/** The members of dimensions that an event names, and those of the enrolment that it belongs to. */
public interface EventMembers {

    String region();

    String institution();

    String course();

    /** What the institution says of the enrolment besides: the code of each attribute that it names, by its name. */
    Map<String, String> attributes();
}
