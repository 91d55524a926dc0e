package kz.qadam.reporting.release;

import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MacroRegion;

/**
 * The published counts of a place.
 *
 * @param key the code of a region, of a macro-region, or {@code unknown}
 * @param place what the place is
 */
public record ReleasedPlace(String key, Kind place, LocalizedName names, PublishedCounts counts) {

    /** What a place is. */
    public enum Kind {
        /** One of the twenty regions, or {@code unknown}. */
        REGION,
        MACRO_REGION
    }

    /** Documents of earlier rules have regions only, and do not say so. */
    public ReleasedPlace {
        place = place == null ? Kind.REGION : place;
    }

    static ReleasedPlace of(String key, PublishedCounts counts) {
        return new ReleasedPlace(
                key, MacroRegion.find(key).isPresent() ? Kind.MACRO_REGION : Kind.REGION, Places.names(key), counts);
    }
}
