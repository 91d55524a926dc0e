package kz.qadam.chassis.http.problem;

import java.util.OptionalLong;

/** Declares the paths whose bodies may be larger than usual. */
public interface LargeBodies {

    /** The most bytes of a body sent to this path; empty for the usual limit. */
    OptionalLong most(String path);
}
