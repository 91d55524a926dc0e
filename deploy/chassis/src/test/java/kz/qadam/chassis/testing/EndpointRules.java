package kz.qadam.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.front.Routes;

/** What holds for the endpoints of every service, and for those that they inherit. */
public final class EndpointRules {

    /** What nobody has thought about is closed, but it is better seen here than by a caller. */
    @ArchTest
    public static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
            methods().that(areEndpoints()).should(sayWhoMayCallThem());

    /** A body that Jackson binds is not checked by the rules of {@code Form}, and a fault in it would be answered 500. */
    @ArchTest
    public static final ArchRule NO_ENDPOINT_BINDS_A_BODY =
            methods().that(areEndpoints()).should(readBodiesThemselves());

    /** Who has done what is on record, unless there is a reason why not. */
    @ArchTest
    public static final ArchRule EVERY_CLOSED_ENDPOINT_SAYS_WHETHER_IT_IS_RECORDED =
            methods().that(areEndpoints()).and(areClosed()).should(sayWhetherTheyAreRecorded());

    /** A {@code View} is an answer in JSON. */
    @ArchTest
    public static final ArchRule WHAT_A_PAGE_SHOWS_IS_A_PAGE_VIEW = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .and(areOfADesk())
            .should()
            .haveSimpleNameEndingWith("PageView")
            .orShould()
            .haveSimpleNameEndingWith("PanelView")
            .allowEmptyShould(true);

    private EndpointRules() {}

    /**
     * The front leads callers of each path to this service, also those who have logged in. What all services have, such as
     * the pages of problems, is no endpoint of their own packages.
     */
    public static ArchRule everyEndpointIsAtTheFront(String service) {
        return classes().that().areAnnotatedWith(Path.class).should(beAtTheFront(service));
    }

    private static DescribedPredicate<JavaClass> areOfADesk() {
        return describe(
                "are of a desk",
                type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(DeskContext.class)));
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return describe("are endpoints", method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }

    private static ArchCondition<JavaClass> beAtTheFront(String service) {
        return new ArchCondition<>("be at the front, by a row of routes.csv that names " + service) {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                String path = resource.getAnnotationOfType(Path.class).value();
                resource.getAllMethods().stream()
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(method -> method.tryGetAnnotationOfType(Path.class)
                                .map(below -> joined(path, below.value()))
                                .orElse(path))
                        .flatMap(whole -> Stream.of(whole, joined("/staff", whole)))
                        .forEach(whole -> {
                            var leads = Routes.serviceOf(whole);
                            events.add(new SimpleConditionEvent(
                                    resource,
                                    leads.equals(Optional.of(service)),
                                    "%s of %s is led to %s".formatted(whole, resource.getName(), leads)));
                        });
            }
        };
    }

    private static String joined(String path, String below) {
        return (path + "/" + below).replaceAll("/+", "/");
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("say who may call them, by @RolesAllowed or @PermitAll") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean isSaid = isSaidBy(method) || isSaidBy(method.getOwner());
                events.add(new SimpleConditionEvent(
                        method,
                        isSaid,
                        method.getFullName() + " says " + (isSaid ? "who" : "not who") + " may call it"));
            }
        };
    }

    private static boolean isSaidBy(CanBeAnnotated element) {
        return element.isAnnotatedWith(RolesAllowed.class) || element.isAnnotatedWith(PermitAll.class);
    }

    private static DescribedPredicate<JavaMethod> areClosed() {
        return describe(
                "are closed",
                method -> !method.isAnnotatedWith(PermitAll.class)
                        && (method.isAnnotatedWith(RolesAllowed.class)
                                || !method.getOwner().isAnnotatedWith(PermitAll.class)));
    }

    private static ArchCondition<JavaMethod> sayWhetherTheyAreRecorded() {
        return new ArchCondition<>("say whether they are recorded, by @RecordedInTrail or @NotInTrail") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean isSaid =
                        method.isAnnotatedWith(RecordedInTrail.class) != method.isAnnotatedWith(NotInTrail.class);
                events.add(new SimpleConditionEvent(
                        method,
                        isSaid,
                        method.getFullName() + " says " + (isSaid ? "" : "not ") + "whether it is recorded"));
            }
        };
    }

    private static ArchCondition<JavaMethod> readBodiesThemselves() {
        return new ArchCondition<>("take a body as bytes or as a stream") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaParameter parameter : method.getParameters()) {
                    events.add(new SimpleConditionEvent(
                            method,
                            !parameter.getAnnotations().isEmpty() || isRead(parameter.getRawType()),
                            method.getFullName() + " takes "
                                    + parameter.getRawType().getName()));
                }
            }
        };
    }

    private static boolean isRead(JavaClass type) {
        return type.isEquivalentTo(byte[].class)
                || type.isEquivalentTo(InputStream.class)
                || type.getPackageName().startsWith("jakarta.ws.rs.")
                || type.getPackageName().startsWith("io.vertx.");
    }
}
