package kz.qadam.reporting;

import kz.qadam.chassis.testing.MigrationRules;

@ReportingTest
class MigrationsTest extends MigrationRules {}
