package kz.qadam.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class are given a {@link Qadam} of this kind. They run in the module of other suites, also if it is a plain
 * one, or in that of pages: the three modules take about as long.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ExtendWith(RunningSuite.class)
@interface OnOtherSuite {

    SuiteKind value();
}
