package kz.qadam.reporting;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.chassis.testing.EndpointRules;

@AnalyzeClasses(packages = "kz.qadam.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A class that uses none of these can neither read nor write a database. */
    private static final String[] DATABASES = {
        "org.jdbi..",
        "java.sql..",
        "javax.sql..",
        "jakarta.persistence..",
        "io.quarkus.hibernate..",
        "kz.qadam.chassis.base.database..",
        "kz.qadam.reporting.asof..",
        "kz.qadam.reporting.release.store.."
    };

    @ArchTest
    static final ArchRule features_form_no_cycles =
            slices().matching("kz.qadam.reporting.(*)..").should().beFreeOfCycles();

    /** Decision 108: a room uses only rooms on lower floors. */
    @ArchTest
    static final ArchRule rooms_use_only_lower_floors = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("roll-up")
            .definedBy("kz.qadam.reporting.rollup..")
            .layer("catalogue")
            .definedBy("kz.qadam.reporting.catalogue..", "kz.qadam.reporting.openapi..")
            .layer("as of")
            .definedBy("kz.qadam.reporting.asof..")
            .layer("forecast")
            .definedBy("kz.qadam.reporting.forecast..")
            .layer("release")
            .definedBy("kz.qadam.reporting.release..")
            .layer("intake")
            .definedBy("kz.qadam.reporting.intake..")
            .layer("figures")
            .definedBy("kz.qadam.reporting.figures..")
            .layer("audit")
            .definedBy("kz.qadam.reporting.audit..")
            .layer("publication")
            .definedBy("kz.qadam.reporting.publication..")
            .layer("page")
            .definedBy("kz.qadam.reporting.page..")
            .whereLayer("page")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("publication")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("publication")
            .whereLayer("intake")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("figures")
            .mayOnlyBeAccessedByLayers("audit", "publication", "page")
            .whereLayer("release")
            .mayOnlyBeAccessedByLayers("figures", "publication", "page")
            .whereLayer("forecast")
            .mayOnlyBeAccessedByLayers("release", "figures", "publication", "page")
            .whereLayer("as of")
            .mayOnlyBeAccessedByLayers("intake", "figures", "audit", "publication", "page")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("intake", "forecast", "release", "figures", "audit", "publication", "page");

    /** Facts say with annotations which members of their events may be absent or null. */
    @ArchTest
    static final ArchRule the_pure_core_knows_no_framework = noClasses()
            .that()
            .resideInAPackage("kz.qadam.reporting.rollup..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("java..", "kz.qadam.reporting.rollup..")
                    .and(not(belongToAnyOf(MayBeAbsent.class, MayBeNull.class))));

    @ArchTest
    static final ArchRule plan_and_forecast_are_arithmetic = noClasses()
            .that()
            .resideInAnyPackage("kz.qadam.reporting.catalogue.plan..", "kz.qadam.reporting.forecast..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "org.apache.commons..",
                    "kz.qadam.reporting.catalogue.plan..",
                    "kz.qadam.reporting.forecast..");

    @ArchTest
    static final ArchRule the_rule_of_releases_knows_no_database = noClasses()
            .that()
            .resideInAPackage("kz.qadam.reporting.release")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASES);

    /** What makes answers, from any source; and the releases as a source. */
    @ArchTest
    static final ArchRule public_answers_are_made_from_releases = noClasses()
            .that()
            .haveNameMatching("kz\\.qadam\\.reporting\\.figures\\..*\\b(Published\\w*|FigureSource|FigureQuery|Progress"
                    + "|CohortFigures|CountedCohort|Counts|TargetProgress|TargetComparison|Breakdown|Series|TrainedOverTime"
                    + "|ForecastView|DataPackage)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DATABASES);

    /** What makes answers cannot tell from which source; only coverage is counted in two ways. */
    @ArchTest
    static final ArchRule only_exact_answers_know_what_is_known = noClasses()
            .that()
            .resideInAPackage("kz.qadam.reporting.figures..")
            .and()
            .haveNameNotMatching(
                    ".*\\b(Known\\w*|ExactCells|ExactSeries|Figures|Forecasts|CoverageQuery|FigureSource)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("kz\\.qadam\\.reporting\\.figures\\.(Known\\w*|ExactCells|ExactSeries)");

    @ArchTest
    static final ArchRule the_recount_is_other_code_than_the_roll_up = noClasses()
            .that()
            .resideInAPackage("kz.qadam.reporting.audit.recount..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kz.qadam.reporting.rollup..",
                    "kz.qadam.reporting.intake.projection..",
                    "kz.qadam.reporting.rollup.fact..",
                    "kz.qadam.reporting.intake.contract..",
                    "kz.qadam.reporting.intake..");

    @ArchTest
    static final ArchTests what_holds_for_endpoints = ArchTests.in(EndpointRules.class);

    @ArchTest
    static final ArchRule every_endpoint_is_at_the_front = EndpointRules.everyEndpointIsAtTheFront("reporting-service");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper)$");
}
