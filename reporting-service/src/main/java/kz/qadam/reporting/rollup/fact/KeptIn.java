package kz.qadam.reporting.rollup.fact;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The table that keeps, batch by batch, a kind of fact that counts in no cell. Each component is a column. */
@Target(TYPE)
@Retention(RUNTIME)
public @interface KeptIn {

    String table();

    /** The columns that identify the subject. */
    String[] subject();
}
