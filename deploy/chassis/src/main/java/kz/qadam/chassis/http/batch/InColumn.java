package kz.qadam.chassis.http.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the column of a member, if it is not simply a column with the member's name. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InColumn {

    /** The name of the column; the name of the member if left out. */
    String value() default "";

    /** Whether the column is meant for the identification number of a person; all other columns refuse such numbers. */
    boolean isForNumbers() default false;
}
