package kz.qadam.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class are given a {@link Qadam} as {@code deploy/up} starts it. They run in the module of that name, or in
 * that of pages.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ExtendWith(RunningSuite.class)
@Tag("plain-suite")
@interface OnSuite {}
