package kz.qadam.chassis.http.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Columns;

/** Collects the faults of one item. Faults beyond the allowance are only counted. */
final class Faults {

    private final Columns columns;
    private final List<String> header;
    private final ObjectNode row;
    private final boolean isWritten;
    private final RemainingFaults allowance;
    private final List<Fault> unreadable = new ArrayList<>();
    private final List<Fault> unknownMembers = new ArrayList<>();
    private final List<Fault> brokenRules = new ArrayList<>();
    /** How many faults are listed above, and how many more there are. */
    private int listed;

    private int more;
    private boolean isUnreadable;
    /** Why the item itself cannot be read; then its missing members are not reported. */
    private Fault unread;

    private Faults(Columns columns, List<String> header, ObjectNode row, boolean isWritten, RemainingFaults allowance) {
        this.columns = columns;
        this.header = header;
        this.row = row;
        this.isWritten = isWritten;
        this.allowance = allowance;
    }

    static Faults ofItem(RemainingFaults allowance) {
        return new Faults(null, null, null, false, allowance);
    }

    /**
     * @param header the columns of the table
     * @param row the row in its JSON form
     */
    static Faults ofRow(Columns columns, List<String> header, ObjectNode row, RemainingFaults allowance) {
        return new Faults(columns, header, row, true, allowance);
    }

    static Faults ofForm() {
        return new Faults(null, null, null, true, RemainingFaults.ofOneItem());
    }

    static Faults ofUnread(Fault fault) {
        Faults faults = ofItem(RemainingFaults.ofOneItem());
        faults.unread = fault;
        return faults;
    }

    /** Whether people have written the values. */
    boolean isWritten() {
        return isWritten;
    }

    boolean isRow() {
        return columns != null;
    }

    /** Whether the table has no column for the value at a pointer. */
    boolean isRowWithoutColumn(String pointer) {
        return columns.at(pointer).stream().noneMatch(header::contains);
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

    /** The problem with these faults too. */
    Optional<Problem> problem(List<Fault> moreBroken) {
        if (unread != null) {
            return Optional.of(new Problem(ProblemType.INVALID_REQUEST, unread));
        }
        List<Fault> all = new ArrayList<>(unreadable);
        all.addAll(unknownMembers);
        all.addAll(brokenRules);
        all.addAll(moreBroken);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(isUnreadable ? ProblemType.INVALID_REQUEST : ProblemType.RULE_VIOLATED, all, more));
    }
}
