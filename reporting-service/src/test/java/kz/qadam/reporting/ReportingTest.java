package kz.qadam.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.qadam.local.QadamBackends;

/** The whole service on a real PostgreSQL and a real Kafka. Each test has a cohort of its own, and so its own figures. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReportingTest {}
