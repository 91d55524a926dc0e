package kz.qadam.chassis.testing;

import groovy.lang.Closure;
import groovy.lang.ExpandoMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Lets REST Assured compile each path once. By itself it has Groovy compile the path of each assertion anew, which takes
 * several milliseconds. REST Assured, itself written in Groovy, calls {@code GroovyShell.evaluate} for that; Groovy's own way
 * to replace a method, a metaclass, replaces this call.
 */
final class PathExpressions {

    private static final int MANY = 2_000;

    private static final Map<String, Class<?>> COMPILED = new ConcurrentHashMap<>();

    private PathExpressions() {}

    /** From now on, for the class loader of the caller. */
    static void compileOnce() {
        var shells = new ExpandoMetaClass(GroovyShell.class, false, true);
        shells.registerInstanceMethod("evaluate", new Evaluation());
        shells.initialize();
        GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, shells);
    }

    /** Groovy finds {@code doCall} by its name, and the delegate is the shell that is asked. */
    @SuppressWarnings("serial")
    private static final class Evaluation extends Closure<Object> {

        Evaluation() {
            super(null);
        }

        @SuppressWarnings({"unused", "EffectivelyPrivate"})
        public Object doCall(String path) {
            var shell = (GroovyShell) getDelegate();
            if (COMPILED.size() > MANY) {
                COMPILED.clear();
            }
            Class<?> compiled = COMPILED.computeIfAbsent(path, any -> compile(shell, path));
            return InvokerHelper.createScript(compiled.asSubclass(Script.class), shell.getContext())
                    .run();
        }

        private static Class<?> compile(GroovyShell shell, String path) {
            return shell.parse(path).getClass();
        }
    }
}
