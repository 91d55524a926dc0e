package kz.qadam.chassis.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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

/** Collects the faults of one item. Faults beyond the allowance are only counted. */
final class Faults {

    private final Columns columns;
    private final ObjectNode row;
    private final FaultAllowance allowance;
    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> unknownMembers = new ArrayList<>();
    private final List<Fault> brokenRules = new ArrayList<>();
    /** Faults by member name that apply only if the value was not accepted by an earlier version. */
    private Map<String, Fault> doubts = Map.of();
    /** How many faults are listed above, without doubts, and how many more there are. */
    private int listed;

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

    void addUnreadable(Fault fault) {
        isUnreadable = true;
        add(fault, unreadable);
    }

    void addUnknown(String pointer) {
        isUnreadable = true;
        add(Fault.at(pointer, "unknown-member"), unknownMembers);
    }

    void addBroken(Fault fault) {
        add(fault, brokenRules);
    }

    private void add(Fault fault, List<Fault> to) {
        if (listed == 0 || (listed < Problem.MOST_FAULTS && allowance.take())) {
            listed++;
            to.add(fault);
        } else {
            more++;
        }
    }

    /** Adds a doubt about a member; the first doubt about it stays. */
    void addDoubtIfNone(String name, Fault fault) {
        if (doubts.isEmpty()) {
            doubts = new LinkedHashMap<>();
        }
        doubts.putIfAbsent(name, fault);
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
    Optional<Problem> certainProblem(List<Fault> moreBroken) {
        Optional<Problem> problem = problem(moreBroken);
        return !doubts.isEmpty()
                        && problem.filter(one -> one.errors().size() > doubts.size())
                                .isEmpty()
                ? Optional.empty()
                : problem;
    }

    /** The problem, doubts included. */
    Optional<Problem> problem(List<Fault> moreBroken) {
        if (unread != null) {
            return Optional.of(new Problem(ProblemType.INVALID_REQUEST, unread));
        }
        List<Fault> all = new ArrayList<>(unreadable);
        all.addAll(unknownMembers);
        all.addAll(brokenRules);
        all.addAll(doubts.values());
        all.addAll(moreBroken);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(isUnreadable ? ProblemType.INVALID_REQUEST : ProblemType.RULE_VIOLATED, all, more));
    }
}
