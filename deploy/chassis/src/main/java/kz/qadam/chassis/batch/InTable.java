package kz.qadam.chassis.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a member stands in a table, where that is not simply a column of its name. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InTable {

    /** The name of the column; the name of the member if left out. */
    String value() default "";

    /** Whether the column is there for the identification number of a person, which all other columns refuse. */
    boolean isForNumbers() default false;
}
