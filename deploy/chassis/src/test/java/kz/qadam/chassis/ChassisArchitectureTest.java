package kz.qadam.chassis;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import kz.qadam.chassis.testing.EndpointRules;

/** Which room of the chassis may use which (decision 254), and what the chassis must not know. */
@AnalyzeClasses(packages = "kz.qadam.chassis", importOptions = ImportOption.DoNotIncludeTests.class)
class ChassisArchitectureTest {

    private static final String WORDS = "learner|enrol|completion|cohort|course";

    @ArchTest
    static final ArchRule no_service_is_needed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.qadam.enrolment..", "kz.qadam.progress..", "kz.qadam.reporting..");

    @ArchTest
    static final ArchRule no_class_has_a_word_of_the_domain = classes().should(have(noneOf(WORDS + "|institution")));

    @ArchTest
    static final ArchRule no_member_has_a_word_of_the_domain = members()
            .that()
            .areDeclaredInClassesThat(inSecurity().negate())
            // A transaction of JTA completes, too.
            .and()
            .haveNameNotMatching("(before|after)Completion")
            .should(have(noneOf(WORDS + "|institution")));

    // The claim of a token; whose it is, the chassis does not know.
    @ArchTest
    static final ArchRule security_knows_of_institutions_only =
            members().that().areDeclaredInClassesThat(inSecurity()).should(have(noneOf(WORDS)));

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("kz.qadam.chassis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_room_uses_only_lower_rooms = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("base")
            .definedBy("kz.qadam.chassis.base..")
            .layer("http")
            .definedBy("kz.qadam.chassis.http..")
            .layer("trail")
            .definedBy("kz.qadam.chassis.trail..")
            .layer("desk")
            .definedBy("kz.qadam.chassis.desk..")
            .layer("events")
            .definedBy("kz.qadam.chassis.events..")
            .layer("submissions")
            .definedBy("kz.qadam.chassis.submissions..")
            .whereLayer("submissions")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("events")
            .mayOnlyBeAccessedByLayers("submissions")
            .whereLayer("desk")
            .mayOnlyBeAccessedByLayers("events", "submissions")
            .whereLayer("trail")
            .mayOnlyBeAccessedByLayers("desk", "events", "submissions")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("trail", "desk", "events", "submissions");

    @ArchTest
    static final ArchRule everything_is_in_a_room = classes()
            .should()
            .resideInAnyPackage(
                    "kz.qadam.chassis.base..",
                    "kz.qadam.chassis.http..",
                    "kz.qadam.chassis.trail..",
                    "kz.qadam.chassis.desk..",
                    "kz.qadam.chassis.events..",
                    "kz.qadam.chassis.submissions..");

    @ArchTest
    static final ArchTests what_holds_for_endpoints = ArchTests.in(EndpointRules.class);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper)$");

    private static DescribedPredicate<JavaClass> inSecurity() {
        return JavaClass.Predicates.resideInAPackage("kz.qadam.chassis.http.security");
    }

    private static DescribedPredicate<HasName> noneOf(String words) {
        Pattern pattern = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        return DescribedPredicate.describe(
                "none of the words " + words,
                named -> !pattern.matcher(simple(named)).find());
    }

    private static String simple(HasName named) {
        return named instanceof JavaClass type ? type.getSimpleName() : named.getName();
    }
}
