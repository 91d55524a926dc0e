package kz.qadam.enrolment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.MigrationRules;
import kz.qadam.local.QadamBackends;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MigrationsTest extends MigrationRules {}
