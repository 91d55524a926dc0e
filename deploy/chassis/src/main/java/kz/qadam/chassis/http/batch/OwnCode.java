package kz.qadam.chassis.http.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A code that its sender makes, such as a reference or the number of a certificate. It must not contain the
 * identification number of a person, and if it is new, it must not name a person: see {@link ItemFields#ownCode}.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnCode {}
