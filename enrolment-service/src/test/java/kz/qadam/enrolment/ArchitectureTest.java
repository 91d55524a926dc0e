package kz.qadam.enrolment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import kz.qadam.chassis.testing.EndpointRules;

@AnalyzeClasses(packages = "kz.qadam.enrolment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("kz.qadam.enrolment.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_catalogue_is_kept_by_the_orm = noClasses()
            .that()
            .resideOutsideOfPackage("kz.qadam.enrolment.catalogue")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");

    @ArchTest
    static final ArchRule the_rules_of_numbers_know_no_framework_but_the_chassis = noClasses()
            .that()
            .resideInAPackage("kz.qadam.enrolment.numbers")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "kz.qadam.enrolment.numbers", "kz.qadam.chassis.base.numbers");

    @ArchTest
    static final ArchRule only_the_vault_handles_keys = noClasses()
            .that()
            .resideOutsideOfPackage("kz.qadam.enrolment.learners")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..");

    @ArchTest
    static final ArchTests what_holds_for_endpoints = ArchTests.in(EndpointRules.class);

    @ArchTest
    static final ArchRule every_endpoint_is_at_the_front = EndpointRules.everyEndpointIsAtTheFront("enrolment-service");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper|Processor)$");
}
