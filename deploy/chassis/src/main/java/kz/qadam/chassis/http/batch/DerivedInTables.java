package kz.qadam.chassis.http.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A required member whose column a table may leave out as a whole: the value then follows from the others, always the
 * same. In a table with the column, each row needs it.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DerivedInTables {}
