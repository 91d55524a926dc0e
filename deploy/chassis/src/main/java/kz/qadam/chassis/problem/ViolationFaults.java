package kz.qadam.chassis.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Bean Validation refused, as faults in a stable order. */
final class ViolationFaults {

    private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");

    private ViolationFaults() {}

    /** Whether our own answer broke a constraint; then the caller can do nothing about it. */
    static boolean ours(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream().anyMatch(ViolationFaults::isOfReturnValue);
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) return true;
        }
        return false;
    }

    static List<Fault> of(ConstraintViolationException failure, Parameters parameters) {
        return failure.getConstraintViolations().stream()
                .map(violation -> fault(violation, parameters))
                .sorted(Comparator.comparing((Fault fault) -> fault.pointer() + "?" + fault.parameter())
                        .thenComparing(Fault::code))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation, Parameters parameters) {
        var pointer = new StringBuilder();
        String parameter = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR -> {}
                case PARAMETER ->
                    parameter =
                            parameters.nameAt(node.as(Path.ParameterNode.class).getParameterIndex());
                default -> append(pointer, node);
            }
        }
        String code = code(violation);
        return parameter != null && pointer.isEmpty()
                ? Fault.parameter(parameter, code, violation.getMessage())
                : Fault.at(pointer.toString(), code, violation.getMessage());
    }

    /** Bean Validation puts an index on the node after the list's; a pointer wants {@code /lines/0/code}. */
    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
        if (node.getKey() != null)
            pointer.append('/').append(escaped(node.getKey().toString()));
        if (node.getKind() == ElementKind.PROPERTY) pointer.append('/').append(escaped(node.getName()));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String code(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return MISSING.contains(constraint)
                ? "missing"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
