package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.DerivedMemberReader;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * The cell whose records a question is about.
 *
 * @param cohort the code of a cohort, or total
 * @param month null for all months
 */
record EvidenceFilter(
        @Schema(examples = "pupils") String cohort,
        @JsonUnwrapped AskedMembers members,
        @Schema(nullable = true, examples = "2026-05") String month) {

    /** @throws Problem 400 if the cohort is missing or the month cannot be read */
    EvidenceFilter {
        if (cohort == null) {
            throw Problem.badParameter("cohort", "missing", "cohort");
        }
        if (month != null) {
            TimeParameterParser.month("month", month);
        }
    }

    /** @param region null for all regions */
    static EvidenceFilter ofCohort(String cohort, String region) {
        return new EvidenceFilter(cohort, AskedMembers.ofRegion(region), null);
    }

    /**
     * The conditions for the named members only, so that PostgreSQL can use an index for them.
     *
     * @param catalogue the catalogue as known then, which has the cohorts of the total
     */
    SqlConditions conditions(Handle database, PointInTime point, Catalogue catalogue, EvidenceListKind query) {
        List<String> cohorts = query.isOfPersons() && cohort.equals(Catalogue.TOTAL)
                ? List.copyOf(catalogue.cohorts().keySet())
                : catalogue.cohortsOf(cohort, point.on());
        List<String> sql = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        if (cohorts.size() == 1) {
            sql.add("cohort = :cohort");
            values.put("cohort", cohorts.get(0));
        } else {
            sql.add("cohort = any(:cohorts)");
            lists.put("cohorts", cohorts);
        }
        members.byDimension().forEach((dimension, member) -> {
            // Not the code itself: a statement around this one may bind columns of that name, such as those of strata.
            String name = "only_" + dimension.code();
            if (dimension.isDerived()) {
                boolean isUnknown = member.equals(DerivedMembers.UNKNOWN);
                sql.add(dimension.source().code() + (isUnknown ? " <> all(:" : " = any(:") + name + ")");
                lists.put(
                        name,
                        DerivedMemberReader.at(database, point.batch(), dimension).entrySet().stream()
                                .filter(one -> isUnknown != one.getValue().equals(member))
                                .map(Map.Entry::getKey)
                                .toList());
            } else {
                sql.add(column(dimension) + " = :" + name);
                values.put(name, member);
            }
        });
        if (month != null) {
            sql.add("day >= :first and day < :next");
            values.put("first", YearMonth.parse(month).atDay(1));
            values.put("next", YearMonth.parse(month).plusMonths(1).atDay(1));
        }
        return new SqlConditions(String.join(" and ", sql), statement -> {
            values.forEach(statement::bind);
            lists.forEach((name, list) -> statement.bindArray(name, String.class, list));
        });
    }

    /** The member of a dimension that the events name. */
    private static String column(Dimension named) {
        return named.isAttribute()
                ? "coalesce(attributes::json ->> '%s', '%s')".formatted(named.code(), DerivedMembers.UNKNOWN)
                : named.code();
    }

    /**
     * Checks the members of an empty cell, since their codes may be wrong. A cell with records needs no check: its
     * members may be in use before they are described.
     *
     * @throws Problem 404 for a member that is not known
     */
    void requireKnownMembers(Handle database, PointInTime point) {
        members.byDimension().forEach((dimension, member) -> {
            boolean isKnown = MemberNames.of(dimension).isPresent()
                    ? MemberNames.mayHave(dimension, member)
                    : !Catalogue.names(database, point.batch(), dimension, List.of(member))
                            .isEmpty();
            if (!isKnown) {
                throw Problem.unknownCode(dimension.code(), member);
            }
        });
    }
}
