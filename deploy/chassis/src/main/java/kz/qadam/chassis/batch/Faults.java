package kz.qadam.chassis.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Columns;

/**
 * Collects the faults of one item and the members that were read: all other members are unknown. Faults beyond the
 * allowance are only counted.
 */
final class Faults {

    private final Columns columns;
    private final ObjectNode row;
    private final FaultAllowance allowance;
    private final Set<String> membersRead = new HashSet<>();
    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> brokenRules = new ArrayList<>();
    /** Faults by member name that apply only if the value was not accepted by an earlier version. */
    private Map<String, Fault> doubts = Map.of();
    /** How many faults are listed: of those above, and of unknown members. */
    private int listed;

    private int unknownListed;
    private int more;
    private boolean isUnreadable;
    /** Why the item itself cannot be read; then its missing members are not reported. */
    private Fault unread;

    private Faults(Columns columns, ObjectNode row, FaultAllowance allowance) {
        this.columns = columns;
        this.row = row;
        this.allowance = allowance;
    }

    static Faults ofItem(FaultAllowance allowance) {
        return new Faults(null, null, allowance);
    }

    /** @param row the row in its JSON form */
    static Faults ofRow(Columns columns, ObjectNode row, FaultAllowance allowance) {
        return new Faults(columns, row, allowance);
    }

    static Faults ofUnread(Fault fault) {
        Faults faults = ofItem(FaultAllowance.ofOneItem());
        faults.unread = fault;
        return faults;
    }

    boolean isRow() {
        return columns != null;
    }

    void noteRead(String pointer) {
        membersRead.add(pointer);
    }

    void addUnreadable(Fault fault) {
        isUnreadable = true;
        add(fault, unreadable);
    }

    void addBroken(Fault fault) {
        add(fault, brokenRules);
    }

    private void add(Fault fault, List<Fault> to) {
        if (canList()) {
            to.add(fault);
        } else {
            more++;
        }
    }

    private boolean canList() {
        boolean may = listed == 0 || (listed < Problem.MOST_FAULTS && allowance.take());
        if (may) {
            listed++;
        }
        return may;
    }

    void addDoubt(String name, Fault fault) {
        if (doubts.isEmpty()) {
            doubts = new LinkedHashMap<>();
        }
        doubts.put(name, fault);
    }

    boolean hasDoubts() {
        return !doubts.isEmpty();
    }

    /** A fault at a member, named by its pointer or its column; this name is {@code {0}} of the message. */
    Fault fault(String pointer, String name, String key, Object... arguments) {
        String column = column(pointer);
        List<Object> said = new ArrayList<>(List.of(column == null ? name : column));
        said.addAll(List.of(arguments));
        return new Fault(pointer, null, column, new Message(key, said));
    }

    /** The column of a value; if several columns can hold it, the first that is filled in, else the first. */
    private String column(String pointer) {
        List<String> columnNames = columns == null ? List.of() : columns.at(pointer);
        return columnNames.stream()
                .filter(name -> row.at(columns.pointer(name)).isValueNode())
                .findFirst()
                .orElse(columnNames.isEmpty() ? null : columnNames.get(0));
    }

    /** The problem that consists of doubts only, without those about the accepted members. */
    Optional<Problem> doubt(Set<String> accepted) {
        List<Fault> left = doubts.entrySet().stream()
                .filter(doubt -> !accepted.contains(doubt.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Problem(ProblemType.RULE_VIOLATED, left));
    }

    /** The problem, unless there are only doubts. */
    Optional<Problem> certainProblem(ObjectNode item, List<Fault> moreBroken) {
        Optional<Problem> problem = problem(item, moreBroken);
        return !doubts.isEmpty()
                        && problem.filter(one -> one.errors().size() > doubts.size())
                                .isEmpty()
                ? Optional.empty()
                : problem;
    }

    /** The problem, doubts included. The call changes nothing and can be repeated. */
    Optional<Problem> problem(ObjectNode item, List<Fault> moreBroken) {
        if (unread != null) {
            return Optional.of(new Problem(ProblemType.INVALID_REQUEST, unread));
        }
        var unknown = new Unknown();
        unknown.find(item, "");
        List<Fault> all = new ArrayList<>(unreadable);
        all.addAll(unknown.faults);
        boolean readable = !isUnreadable && unknown.count == 0;
        all.addAll(brokenRules);
        all.addAll(doubts.values());
        all.addAll(moreBroken);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        readable ? ProblemType.RULE_VIOLATED : ProblemType.INVALID_REQUEST,
                        all,
                        more + unknown.count - unknown.faults.size()));
    }

    /** Finds the members that were never read. Those that an earlier call listed are listed again. */
    private final class Unknown {

        private final List<Fault> faults = new ArrayList<>();
        private int count;

        void find(ObjectNode node, String path) {
            node.properties().forEach(member -> {
                String pointer = pointer(path, member.getKey());
                if (!membersRead.contains(pointer)) {
                    add(pointer);
                } else if (member.getValue() instanceof ObjectNode nested) {
                    find(nested, pointer);
                } else if (member.getValue() instanceof ArrayNode array) {
                    find(byIndex(array), pointer);
                }
            });
        }

        private void add(String pointer) {
            if (count == unknownListed && canList()) {
                unknownListed++;
            }
            if (count < unknownListed) {
                faults.add(Fault.at(pointer, "unknown-member"));
            }
            count++;
        }
    }

    static String pointer(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** An array as an object whose members are named by their index, as in JSON pointers. */
    static ObjectNode byIndex(ArrayNode array) {
        ObjectNode elements = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < array.size(); i++) {
            elements.set(Integer.toString(i), array.get(i));
        }
        return elements;
    }
}
