package kz.qadam.chassis.problem;

import java.util.OptionalLong;

/** Where bodies may be larger than elsewhere. */
public interface LargeBodies {

    /** The most bytes of a body that is sent to this path; empty: as everywhere. */
    OptionalLong most(String path);
}
