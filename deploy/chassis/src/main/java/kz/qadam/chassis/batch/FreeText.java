package kz.qadam.chassis.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A free text of a partner, such as a reference or a reason. It must not contain the identification number of a person:
 * see {@link Fields#freeText}.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeText {}
