package kz.qadam.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import kz.qadam.chassis.testing.AccessRules;

@AnalyzeClasses(packages = "kz.qadam.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("kz.qadam.reporting.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_pure_core_knows_no_framework = noClasses()
            .that()
            .resideInAnyPackage("kz.qadam.reporting.fact..", "kz.qadam.reporting.rollup..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "kz.qadam.reporting.fact..", "kz.qadam.reporting.rollup..");

    @ArchTest
    static final ArchRule plan_and_forecast_are_arithmetic = noClasses()
            .that()
            .resideInAnyPackage("kz.qadam.reporting.plan..", "kz.qadam.reporting.forecast..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..", "org.apache.commons..", "kz.qadam.reporting.plan..", "kz.qadam.reporting.forecast..");

    @ArchTest
    static final ArchRule the_recount_is_other_code_than_the_roll_up = noClasses()
            .that()
            .resideInAPackage("kz.qadam.reporting.recount..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kz.qadam.reporting.rollup..",
                    "kz.qadam.reporting.projection..",
                    "kz.qadam.reporting.fact..",
                    "kz.qadam.reporting.contract..",
                    "kz.qadam.reporting.intake..");

    @ArchTest
    static final ArchRule every_endpoint_says_who_may_call_it = AccessRules.EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT;

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper)$");
}
