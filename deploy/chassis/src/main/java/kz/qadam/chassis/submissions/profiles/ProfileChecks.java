package kz.qadam.chassis.submissions.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Need;

/**
 * Whether a profile makes tables of one kind.
 *
 * @param columns those of the template
 */
record ProfileChecks(Columns columns) {

    /** In the sender's own column; it comes back in answers. */
    private static final Pattern OWN = Pattern.compile("_[\\p{L}0-9 _.-]{1,49}");

    List<Fault> faults(TableProfile profile) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < profile.columns().size(); i++) {
            addFaults(profile.columns().get(i), "/columns/" + i, seen, faults);
        }
        addMissing(seen, faults);
        return faults;
    }

    private void addFaults(ProfileColumn column, String at, Set<String> seen, List<Fault> faults) {
        String name = column.name();
        if (name == null) {
            return;
        }
        if (!columns.names().contains(name)
                && !columns.isCarried(name)
                && !OWN.matcher(name).matches()) {
            faults.add(Fault.at(at + "/name", "unknown-column", name, String.join(", ", columns.names())));
        } else if (!seen.add(name)) {
            faults.add(Fault.at(at + "/name", "doubled-column", name));
        } else {
            addFaultsOfType(column, at, faults);
        }
    }

    private void addFaultsOfType(ProfileColumn column, String at, List<Fault> faults) {
        if (!column.dayFormats().isEmpty() && columns.type(column.name()) != Columns.Type.DAY) {
            faults.add(Fault.at(at + "/dayFormats", "not-of-days", column.name()));
        }
        if (column.unit() != null && columns.type(column.name()) != Columns.Type.NUMBER) {
            faults.add(Fault.at(at + "/unit", "not-of-numbers", column.name()));
        }
    }

    private void addMissing(Set<String> seen, List<Fault> faults) {
        Set<String> oneOfThese = new HashSet<>();
        for (Columns.Column column : columns.all()) {
            if (column.need() == Need.YES && !seen.contains(column.name())) {
                faults.add(Fault.at("/columns", "missing-source", column.name()));
            }
            if (column.need() == Need.ONE_OF_THESE) {
                oneOfThese.add(column.name());
            }
        }
        if (!oneOfThese.isEmpty() && oneOfThese.stream().noneMatch(seen::contains)) {
            faults.add(Fault.at(
                    "/columns",
                    "missing-source/one-of",
                    oneOfThese.stream().sorted().collect(Collectors.joining(", "))));
        }
    }
}
