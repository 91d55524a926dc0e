package kz.qadam.chassis.trail;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Each answered request of this endpoint has an entry in the trail: of this kind if it was done, or a denial. Every
 * endpoint that is not open to everybody is {@code @RecordedInTrail} or {@link NotInTrail}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RecordedInTrail {

    /** What a request is that was done. */
    TrailKind value();

    /** Gives the names of the query parameters that the method reads without declaring each of them. */
    Class<? extends Supplier<Set<String>>> undeclared() default None.class;

    /** The method declares each of its parameters. */
    final class None implements Supplier<Set<String>> {

        @Override
        public Set<String> get() {
            return Set.of();
        }
    }
}
