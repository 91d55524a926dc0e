package kz.qadam.system;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out the one running suite. It is started for the first class that asks for its kind, and stopped when a class asks
 * for another kind, or after the last: a suite that nobody asks any more would slow the tests of the others.
 */
final class RunningSuite implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Qadam.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SuiteKind kind = kind(context.getRequiredTestClass());
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Slot.class, key -> new Slot(), Slot.class)
                .of(kind);
    }

    static SuiteKind kind(Class<?> tests) {
        return findAnnotation(tests, OnOtherSuite.class)
                .map(OnOtherSuite::value)
                .orElse(SuiteKind.PLAIN);
    }

    /** The place of the running suite. */
    private static final class Slot implements AutoCloseable {

        private SuiteKind kind;
        private Qadam qadam;

        Qadam of(SuiteKind wanted) {
            if (kind != wanted) {
                close();
                qadam = wanted.start();
                kind = wanted;
            }
            return qadam;
        }

        @Override
        public void close() {
            if (kind != null) {
                kind = null;
                qadam.close();
            }
        }
    }
}
