package kz.qadam.chassis.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;

/** What holds for the endpoints of every service, and for those that they inherit. */
public final class AccessRules {

    /** What nobody has thought about is closed, but it is better seen here than by a caller. */
    public static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
            methods().that(areEndpoints()).should(sayWhoMayCallThem());

    private AccessRules() {}

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return describe("are endpoints", method -> method.isMetaAnnotatedWith(HttpMethod.class));
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
}
