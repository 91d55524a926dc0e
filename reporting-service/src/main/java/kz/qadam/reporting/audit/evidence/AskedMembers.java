package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The members of dimensions that a question about records is narrowed to: one of each dimension, by parameters that have
 * the codes of the dimensions.
 */
record AskedMembers(@JsonIgnore @Schema(hidden = true) Map<Dimension, String> byDimension) {

    /** The names of the parameters. */
    static final class Parameters implements Supplier<Set<String>> {

        @Override
        public Set<String> get() {
            return Dimension.BREAKDOWNS.stream().map(Dimension::code).collect(Collectors.toSet());
        }
    }

    AskedMembers {
        byDimension = Map.copyOf(byDimension);
    }

    /** @param parameter gives the value of a parameter by its name; null if it was not sent */
    static AskedMembers of(UnaryOperator<String> parameter) {
        Map<Dimension, String> asked = new EnumMap<>(Dimension.class);
        Dimension.BREAKDOWNS.forEach(dimension -> Optional.ofNullable(parameter.apply(dimension.code()))
                .ifPresent(member -> asked.put(dimension, member)));
        return new AskedMembers(asked);
    }

    /** All records of a region; of all regions if it is null. */
    static AskedMembers ofRegion(String region) {
        return of(name -> name.equals(Dimension.REGION.code()) ? region : null);
    }

    /** These of one region only. */
    AskedMembers in(String region) {
        return of(name -> name.equals(Dimension.REGION.code())
                ? region
                : byDimension.get(Dimension.breakdown(name).orElseThrow()));
    }

    String region() {
        return byDimension.get(Dimension.REGION);
    }

    /** In answers, null for a dimension that was not asked for; attributes, which came later, are named only if asked. */
    @JsonAnyGetter
    Map<String, String> byCode() {
        Map<String, String> named = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.BREAKDOWNS) {
            if (!dimension.isAttribute() || byDimension.containsKey(dimension)) {
                named.put(dimension.code(), byDimension.get(dimension));
            }
        }
        return named;
    }
}
