package kz.qadam.chassis.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;

/**
 * A form of a page as somebody has filled it in, and what is wrong with it. A field has the name of the member that programs
 * send; a dot leads into an object, such as {@code names.kk}.
 *
 * @param values what is filled in, by field, in the order of the fields; empty texts where nothing is
 * @param faults what is wrong with a field, by its name
 * @param problem what is wrong with the form as a whole; null if nothing is
 */
public record DeskForm(Map<String, String> values, Map<String, String> faults, String problem) {

    /** The form with these fields; what else was sent is left out. */
    public static DeskForm of(Collection<String> fields, Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, sent.getOrDefault(field, "").strip()));
        return new DeskForm(values, Map.of(), null);
    }

    /** The form with these fields, in which nothing is filled in yet. */
    public static DeskForm empty(Collection<String> fields) {
        return of(fields, Map.of());
    }

    /**
     * The form with what is wrong with it: each fault at its field, the others above the form.
     *
     * @param labels what people call a field, by its name
     */
    public DeskForm refused(Problem refused, Language language, UnaryOperator<String> labels) {
        Map<String, String> atFields = new LinkedHashMap<>();
        List<Fault> others = new ArrayList<>();
        for (Fault fault : refused.errors()) {
            Optional<String> field = field(fault);
            field.ifPresent(name ->
                    atFields.merge(name, labelled(fault, labels.apply(name)).in(language), (a, b) -> a + " " + b));
            if (field.isEmpty()) {
                others.add(fault);
            }
        }
        boolean hasOthers = !others.isEmpty() || refused.errors().isEmpty();
        return new DeskForm(
                values, atFields, hasOthers ? ProblemBody.sentence(ofOthers(refused, others), language) : null);
    }

    private static Problem ofOthers(Problem refused, List<Fault> others) {
        return others.isEmpty() ? refused : new Problem(refused.type(), others);
    }

    /** The first argument of a fault is usually the name of its member, or of its column. */
    private static Message labelled(Fault fault, String label) {
        Message text = fault.text();
        String member = member(fault);
        String first = text.arguments().isEmpty() ? "" : text.arguments().get(0).toString();
        if (!first.equals(member.substring(member.lastIndexOf('.') + 1)) && !first.equals(fault.column())) {
            return text;
        }
        List<Object> arguments = new ArrayList<>(text.arguments());
        arguments.set(0, label);
        return new Message(text.key(), arguments);
    }

    /** What is wrong, as a field is named; empty if it is the whole. */
    private static String member(Fault fault) {
        if (fault.parameter() != null) {
            return fault.parameter();
        }
        return fault.pointer() == null || fault.pointer().isEmpty()
                ? ""
                : fault.pointer().substring(1).replace('/', '.');
    }

    /** The field to which a fault belongs; a fault of a whole object belongs to the first of its fields. */
    private Optional<String> field(Fault fault) {
        String member = member(fault);
        return values.keySet().stream()
                .filter(field -> !member.isEmpty())
                .filter(field ->
                        member.equals(field) || member.startsWith(field + ".") || field.startsWith(member + "."))
                .findFirst();
    }

    /** The same form without what these fields hold. */
    public DeskForm without(Collection<String> fields) {
        Map<String, String> others = new LinkedHashMap<>(values);
        fields.forEach(field -> others.put(field, ""));
        return new DeskForm(others, faults, problem);
    }

    public boolean isRefused() {
        return problem != null || !faults.isEmpty();
    }

    /** What a field holds; empty if nothing. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field; null if nothing is. */
    public String fault(String field) {
        return faults.get(field);
    }

    /** Whether this value of several is chosen. */
    public boolean isChosen(String field, String value) {
        return value(field).equals(value);
    }

    /** The fields that are filled in, with what they hold: what a form that confirms sends again. */
    public Map<String, String> filledIn() {
        return values.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** These fields of what was sent, to be read as the body that programs send. */
    public static ItemFields read(Map<String, String> sent, String... fields) {
        return of(List.of(fields), sent).fields();
    }

    /** The form, to be read as the body that programs send. */
    public ItemFields fields() {
        return ItemFields.ofForm(body());
    }

    /** The body that programs send, with texts as values. */
    public ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        filledIn().forEach((field, value) -> {
            String[] path = field.split("\\.", -1);
            ObjectNode at = body;
            for (int i = 0; i < path.length - 1; i++) {
                at = at.withObjectProperty(path[i]);
            }
            at.put(path[path.length - 1], value);
        });
        return body;
    }
}
