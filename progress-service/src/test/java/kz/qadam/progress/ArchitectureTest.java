package kz.qadam.progress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import kz.qadam.chassis.testing.EndpointRules;

@AnalyzeClasses(packages = "kz.qadam.progress", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("kz.qadam.progress.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_rule_of_who_is_trained_knows_only_java = noClasses()
            .that()
            .resideInAPackage("kz.qadam.progress.trained")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("kz.qadam.progress.trained", "java..");

    @ArchTest
    static final ArchRule nothing_of_the_other_services_is_known_here = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.qadam.enrolment..", "kz.qadam.reporting..");

    @ArchTest
    static final ArchTests what_holds_for_endpoints = ArchTests.in(EndpointRules.class);

    @ArchTest
    static final ArchRule every_endpoint_is_at_the_front = EndpointRules.everyEndpointIsAtTheFront("progress-service");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper)$");
}
