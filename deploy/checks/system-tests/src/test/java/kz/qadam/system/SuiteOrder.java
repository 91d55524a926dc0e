package kz.qadam.system;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Classes whose tests run on the same suite follow each other, so that each suite is started once. */
public final class SuiteOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor tests) -> RunningSuite.kind(tests.getTestClass()))
                        .thenComparing(tests -> tests.getTestClass().getName()));
    }
}
