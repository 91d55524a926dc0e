package kz.qadam.chassis.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that a partner writes freely, such as a reference or a reason. It may hold anything but the identification
 * number of a person, as {@link Fields#freeText} says.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeText {}
