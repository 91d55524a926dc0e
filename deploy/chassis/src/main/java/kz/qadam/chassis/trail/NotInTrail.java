package kz.qadam.chassis.trail;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requests of this endpoint have no entry in the trail, unless they are denied. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotInTrail {

    /** The reason, such as that no record of a person is read. */
    String value();
}
