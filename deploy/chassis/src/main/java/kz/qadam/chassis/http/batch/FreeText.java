package kz.qadam.chassis.http.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A free text of a partner, such as a reason. It must not contain the identification number of a person,
 * and if it is new, it must not name a person: see {@link ItemFields#freeText}.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeText {

    /**
     * Whether it may look like the name of a person: the code or the name of a place, which may honour somebody. Only
     * identification numbers are refused: see {@link ItemFields#codeOrName}.
     */
    boolean mayHonourPerson() default false;
}
