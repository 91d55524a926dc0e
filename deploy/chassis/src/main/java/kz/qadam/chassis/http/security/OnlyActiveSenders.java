package kz.qadam.chassis.http.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that answers 403 to an institution that is suspended or closed, before the body is read. Other posts do not
 * need it: each of their items gets its own verdict.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyActiveSenders {}
